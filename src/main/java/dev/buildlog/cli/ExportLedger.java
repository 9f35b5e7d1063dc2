package dev.buildlog.cli;

import dev.buildlog.ledger.Export;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog export}: everything that is remembered, as text. */
@Command(name = "export", description = {
    "Write every table of the ledger as JSON, one row a line, with a manifest of counts and hashes. The whole of it can be taken",
    "into an empty or another ledger by `buildlog import`.",
    "Example: buildlog export ~/ledger.zip --project c566806a55dc"})
final class ExportLedger extends Verb {

    @Parameters(paramLabel = "DIR|FILE.zip", description = "Where to; a folder or zip file that is not there yet.")
    private @Nullable Path target;

    @Option(names = "--tables", paramLabel = "TABLE", split = "\\s*,\\s*", description = "Only these tables.")
    private List<String> tables = List.of();

    @Option(names = "--project", paramLabel = "ID", description = "Only this project; any id it ever had.")
    private @Nullable String project;

    @Option(names = "--since", paramLabel = "TIME", description = "Only facts of this day or instant (ISO 8601) and later.")
    private @Nullable String since;

    @Option(names = "--json", description = "Print JSON: the number of rows by table.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(here)) {
            Export.Wish wish = new Export.Wish(new LinkedHashSet<>(tables),
                    project == null ? null : NamedProject.in(parts, project).id(), since == null ? null : instant(here, since));
            Map<String, Long> rows = new Export(parts.core().ledger(), Version.number())
                    .write(here.directory().resolve(String.valueOf(target)), wish, here.clock().instant());
            if (json) {
                Json.print(here.out(), rows);
            } else {
                here.out().println("Wrote " + rows.values().stream().mapToLong(Long::longValue).sum() + " rows of "
                        + rows.size() + " tables to " + target + ".");
            }
        }
        return ExitCode.DONE;
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
