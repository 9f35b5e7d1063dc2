package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog token revoke}. */
@Command(name = "revoke", description = "Take a token back. A running service refuses it from the next request on.")
final class TokenRevoke extends Verb {

    @Parameters(paramLabel = "ID", description = "Its id, as 'token list' shows it: the part between the two underscores.")
    private String id = "";

    @Override
    int run(Workplace here) {
        try (Assembly parts = Assembly.at(here)) {
            if (!parts.core().tokens().revoke(id)) {
                throw new BuildlogException("there is no token with the id '" + id + "': 'buildlog token list' shows all");
            }
            here.out().println("Revoked " + id + ".");
        }
        return ExitCode.DONE;
    }
}
