package dev.buildlog.cli;

import dev.buildlog.ledger.Restore;
import dev.buildlog.pipeline.ServiceLock;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog restore FILE}: a copy in the place of the database. */
@Command(name = "restore", description = {
    "Put a copy that `buildlog backup` wrote in the place of the ledger, which is kept aside. Refuses a copy that is damaged or",
    "of a newer buildlog, and does nothing while a service runs."})
final class RestoreLedger extends Verb {

    @Parameters(paramLabel = "FILE", description = "The copy.")
    private @Nullable Path file;

    @Override
    int run(Workplace here) throws IOException {
        try (ServiceLock alone = ServiceLock.take(here.home())) {
            Restore.Report report = Restore.run(here.home(), here.directory().resolve(String.valueOf(file)),
                    here.clock().instant());
            here.out().println("Restored " + report.content().total() + " rows from " + file + "."
                    + (report.aside() == null ? "" : " What was there before lies in " + here.shown(report.aside()) + "."));
            here.say("`buildlog sync` in each repository reads what has changed since.");
        }
        return ExitCode.DONE;
    }
}
