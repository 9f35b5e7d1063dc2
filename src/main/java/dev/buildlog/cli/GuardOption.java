package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import picocli.CommandLine.Option;

/** The option by which a person says that routes may leave out a guard. */
final class GuardOption {

    @Option(names = "--allow-unguarded", description = "Take routes in which secrets are stored without redact-action or rules"
            + " are rendered without gate-action; the same as routes.allow_unguarded, for this time.")
    private boolean allowed;

    /** The workplace with what was said. */
    Workplace at(Workplace here) {
        return allowed ? here.with(Keys.ROUTES_ALLOW_UNGUARDED, "true") : here;
    }
}
