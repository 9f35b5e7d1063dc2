package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import picocli.CommandLine.Command;

/** {@code buildlog reject}: rules that must not go out. */
@Command(name = "reject", description = {
    "Keep rules from the agents, under whatever wording they come back, until `buildlog reopen`.",
    "Example: buildlog reject wf-5a6c75c078 --why \"true of the old parser only\""})
final class Reject extends StandingVerb {

    @Override
    Decision decision() {
        return about(Decision.REJECT);
    }
}
