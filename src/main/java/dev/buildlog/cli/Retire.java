package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import picocli.CommandLine.Command;

/** {@code buildlog retire}: rules that have served. */
@Command(name = "retire", description = {
    "Take rules out of the agents' files; their evidence and what was learned of them stay.",
    "Example: buildlog retire wf-5a6c75c078"})
final class Retire extends StandingVerb {

    @Override
    Decision decision() {
        return about(Decision.RETIRE);
    }
}
