package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command by which a person decides whether rules go out. */
abstract class StandingVerb extends DecisionVerb {

    @Parameters(paramLabel = "RULE", arity = "1..*", description = "Ids of rules, as `buildlog status` prints them, or how one"
            + " begins.")
    private List<String> rules = List.of();

    @Option(names = "--why", paramLabel = "REASON", description = "Kept with the decision.")
    private String why = "";

    final Decision about(String kind) {
        return about(kind, List.of(), false);
    }

    final Decision about(String kind, List<String> targets, boolean despiteGate) {
        return new Decision("", "", kind, rules, "", why, targets, despiteGate, "", Instant.EPOCH);
    }
}
