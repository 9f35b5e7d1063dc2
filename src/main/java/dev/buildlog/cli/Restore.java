package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import picocli.CommandLine.Command;

/** {@code buildlog restore}: a decision taken back. */
@Command(name = "restore", description = {
    "Take back what was decided by promote or reject: the rules are as if nobody had decided.",
    "Example: buildlog restore wf-5a6c75c078"})
final class Restore extends StandingVerb {

    @Override
    Decision decision() {
        return about(Decision.RESTORE);
    }
}
