package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog promote}: rules that may go out. */
@Command(name = "promote", description = {
    "Let rules out to the agents, as they read now. Should the journal word one otherwise later, the agents go on reading what"
            + " was promoted until somebody promotes it again.",
    "Example: buildlog promote wf-5a6c75c078 --target cursor --why \"agreed in the review\""})
final class Promote extends StandingVerb {

    @Option(names = "--pin", description = "They go out whatever else is chosen.")
    private boolean pin;

    @Option(names = "--target", paramLabel = "NAME", description = "Only into this target's file; may be given several times."
            + " docs/targets.md lists all.")
    private List<String> targets = List.of();

    @Option(names = "--despite-gate", description = "Although the gate keeps them back; needs --why.")
    private boolean despiteGate;

    @Override
    Decision decision() {
        return about(pin ? Decision.PIN : Decision.PROMOTE, targets, despiteGate);
    }
}
