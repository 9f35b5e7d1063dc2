package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import picocli.CommandLine.Command;

/** {@code buildlog unretire}: rules that come back. */
@Command(name = "unretire", description = {
    "Bring retired rules back to where they stood before.",
    "Example: buildlog unretire wf-5a6c75c078"})
final class Unretire extends StandingVerb {

    @Override
    Decision decision() {
        return about(Decision.UNRETIRE);
    }
}
