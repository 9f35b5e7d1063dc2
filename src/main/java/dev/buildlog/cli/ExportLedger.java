package dev.buildlog.cli;

import dev.buildlog.ledger.Export;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code buildlog export}: everything that is remembered, as text. */
@Command(name = "export", description = {
    "Write every table of the ledger as JSON, one row a line, with a manifest of counts and hashes. The whole of it can be taken",
    "into an empty or another ledger by `buildlog import`. Without a place the rows go to stdout, below a line for each table.",
    "Example: buildlog export ~/ledger.zip --project c566806a55dc"})
final class ExportLedger extends Verb {

    @Parameters(paramLabel = "DIR|FILE.zip", arity = "0..1", description = "Where to; a folder or zip file that is not there yet.")
    private @Nullable Path target;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR|FILE.zip", description = "The same.")
    private @Nullable Path output;

    @Option(names = "--format", paramLabel = "FORMAT", description = "jsonl, the only one.")
    private Format format = Format.JSONL;

    @Option(names = "--tables", paramLabel = "TABLE", split = "\\s*,\\s*", description = "Only these tables.")
    private List<String> tables = List.of();

    @Option(names = "--project", paramLabel = "ID", description = "Only this project; any id it ever had.")
    private @Nullable String project;

    @Option(names = "--since", paramLabel = "TIME", description = "Only facts of this day or instant (ISO 8601) and later.")
    private @Nullable String since;

    @Option(names = "--json", description = "Print JSON: where it is, and the number of rows by"
            + " table. Without a place: a new folder for what is temporary.")
    private boolean json;

    /** How rows are written. */
    private enum Format { JSONL }

    @Override
    int run(Workplace here) throws IOException {
        if (target != null && output != null) {
            throw new ParameterException(line(), "say once where to: " + target + " or " + output);
        }
        Path place = output == null ? target : output;
        try (Assembly parts = Assembly.at(here)) {
            Export export = new Export(parts.core().ledger(), Version.number());
            Export.Wish wish = new Export.Wish(new LinkedHashSet<>(tables),
                    project == null ? null : NamedProject.in(parts, project).id(), since == null ? null : instant(here, since));
            if (place == null && !json) {
                export.print(wish, here.out()::println);
                return ExitCode.DONE;
            }
            write(here, export, wish, place == null ? Files.createTempDirectory("buildlog-export-").resolve("ledger") : place);
        }
        return ExitCode.DONE;
    }

    private void write(Workplace here, Export export, Export.Wish wish, Path place) throws IOException {
        Map<String, Long> rows;
        try (Progress progress = Progress.of(here, "Writing tables")) {
            rows = export.write(here.directory().resolve(place), wish, here.clock().instant(), progress::at);
        }
        String summary = "Wrote " + rows.values().stream().mapToLong(Long::longValue).sum() + " rows of " + rows.size()
                + " tables to " + place + ".";
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("format", format.name().toLowerCase(Locale.ROOT));
            fields.put("output", here.directory().resolve(place).toString());
            fields.put("tables", rows);
            fields.put("summary", summary);
            Json.print(here.out(), fields);
        } else {
            here.out().println(summary);
        }
    }

    private static Instant instant(Workplace here, String text) {
        try {
            return text.contains("T") ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(here.clock().getZone()).toInstant();
        } catch (DateTimeException e) {
            throw new BuildlogException("'" + text + "' is no time: write it as 2026-01-31 or 2026-01-31T09:15:00Z");
        }
    }
}
