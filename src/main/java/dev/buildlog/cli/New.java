package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.journal.NewEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog new SLUG}: begins an entry. */
@Command(name = "new", description = "Begin a journal entry from the template.")
final class New extends Verb {

    @Parameters(paramLabel = "SLUG", description = "A few words for the file name, for instance retry-uploads.")
    private String slug = "";

    @Option(names = {"-d", "--date"}, paramLabel = "YYYY-MM-DD",
            description = "Day of the entry; today if not given.")
    private @Nullable LocalDate date;

    @Option(names = "--quick", description = "Use the short template.")
    private boolean quick;

    @Option(names = "--json", description = "Print JSON: {entry_path, entry_name, date_str, template_used}.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        LocalDate day = date == null ? LocalDate.now(here.clock()) : date;
        Path entry = new NewEntry().create(here.root(), here.settings().text(Keys.JOURNAL_FOLDER), slug, day, quick);
        if (json) {
            Json.print(here.out(), Map.of("entry_path", here.shown(entry), "entry_name", entry.getFileName().toString(),
                    "date_str", day.toString(), "template_used", quick ? "quick" : "full"));
        } else {
            here.out().println("Created " + here.shown(entry));
        }
        return ExitCode.DONE;
    }
}
