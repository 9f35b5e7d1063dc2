package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.ledger.LegacyDatabase;
import dev.buildlog.legacy.LegacyFolder;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog migrate}: what the Python tool knew. */
@Command(name = "migrate", description = {
    "Take over what the Python tool knew: the files in buildlog/.buildlog, and its database. Nothing of that is changed; what",
    "stands where buildlog's own database belongs is renamed once everything is taken over. Doing it again does no harm.",
    "Example: buildlog migrate --dry-run"})
final class MigrateLegacy extends Verb {

    @Option(names = "--dry-run", description = "Say what would be taken over, and write nothing.")
    private boolean dryRun;

    @Option(names = "--from", paramLabel = "DIR|DB", description = "A journal folder, its .buildlog, or a database. Default:"
            + " those of this repository and of the home.")
    private @Nullable Path from;

    @Option(names = "--project", paramLabel = "ID", description = "Only this project of the database."
            + " Default: this repository's.")
    private @Nullable String project;

    @Option(names = "--all", description = "All projects of the database.")
    private boolean all;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Path> folders = new ArrayList<>();
        List<Path> databases = new ArrayList<>();
        sources(here, folders, databases);
        if (folders.isEmpty() && databases.isEmpty()) {
            if (from != null) {
                throw new BuildlogException(from + " holds nothing of the Python tool. Name its database, or a journal folder.");
            }
            if (json) {
                Json.print(here.out(), nothing());
                return ExitCode.DONE;
            }
            here.out().println("There is nothing to migrate here: neither files of the Python tool in "
                    + here.shown(journal(here).resolve(".buildlog")) + " nor its database in " + here.home() + ".");
            return ExitCode.DONE;
        }
        LegacyMove move = new LegacyMove(here, folders, databases, all ? null : project == null ? "" : project);
        MigrationReport report;
        try (Progress progress = Progress.of(here, "Taking over")) {
            report = dryRun ? move.look() : move.run(progress::at);
        }
        report.tell(here, dryRun, json);
        return report.rejects().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void sources(Workplace here, List<Path> folders, List<Path> databases) throws IOException {
        if (from != null) {
            Path given = here.directory().resolve(from);
            if (Files.isRegularFile(given)) {
                databases.add(given);
                return;
            }
            Stream.of(given, given.resolve(".buildlog"), given.resolve("buildlog/.buildlog")).filter(Files::isDirectory)
                    .filter(LegacyFolder::isOne).findFirst().ifPresent(folders::add);
            return;
        }
        Path own = journal(here).resolve(".buildlog");
        if (Files.isDirectory(own) && LegacyFolder.isOne(own)) {
            folders.add(own);
        }
        if (Files.isDirectory(here.home())) {
            try (Stream<Path> files = Files.list(here.home())) {
                files.filter(file -> file.getFileName().toString().matches("buildlog(-python.*)?\\.db"))
                        .filter(LegacyDatabase::isOne).sorted().forEach(databases::add);
            }
        }
    }

    /** The keys of every other answer. */
    private static Map<String, Object> nothing() {
        Map<String, Object> nothing = new LinkedHashMap<>();
        List.of("projects", "found", "added").forEach(key -> nothing.put(key, Map.of()));
        nothing.put("rejects", List.of());
        nothing.put("reject_file", "");
        nothing.put("aside", "");
        return nothing;
    }

    private static Path journal(Workplace here) {
        return here.root().resolve(here.settings().text(Keys.JOURNAL_FOLDER));
    }
}
