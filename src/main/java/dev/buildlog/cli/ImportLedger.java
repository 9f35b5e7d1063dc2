package dev.buildlog.cli;

import dev.buildlog.ledger.Import;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog import}: what another ledger remembers. */
@Command(name = "import", description = {
    "Take the facts of an export into this ledger, each once, and fold all rules anew: all of it or, if anything is wrong, none.",
    "Work in hand and caches are not taken over, nor is trust in anybody's routes."})
final class ImportLedger extends Verb {

    @Parameters(paramLabel = "DIR|FILE.zip", description = "What `buildlog export` has written.")
    private @Nullable Path source;

    @Option(names = "--json", description = "Print JSON: the number of new rows by table.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(here)) {
            Map<String, Long> added;
            try (Progress progress = Progress.of(here, "Taking rows in")) {
                added = new Import(parts.core().ledger(), parts.core().similarities())
                        .read(here.directory().resolve(String.valueOf(source)), progress::at);
            }
            if (json) {
                Json.print(here.out(), added);
            } else {
                long rows = added.values().stream().mapToLong(Long::longValue).sum();
                here.out().println(rows == 0 ? "All of it was here already." : "Took in " + rows + " rows of names and facts."
                        + " `buildlog render` in a repository brings its files up to date.");
            }
        }
        return ExitCode.DONE;
    }
}
