package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import picocli.CommandLine.Command;

/** {@code buildlog reopen}: a decision taken back. */
@Command(name = "reopen", description = {
    "Take back what was decided by promote or reject: the rules are as if nobody had decided.",
    "Example: buildlog reopen wf-5a6c75c078"})
final class Reopen extends StandingVerb {

    @Override
    Decision decision() {
        return about(Decision.RESTORE);
    }
}
