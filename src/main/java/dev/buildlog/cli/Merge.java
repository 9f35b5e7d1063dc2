package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog merge}: rules that say the same. */
@Command(name = "merge", description = {
    "Join rules that say the same. They stay joined, whatever compares them, until a split takes one out.",
    "Example: buildlog merge wf-5a6c75c078 wf-549b2961e9"})
final class Merge extends DecisionVerb {

    @Parameters(paramLabel = "RULE", arity = "2..*", description = "Ids of rules, as `buildlog skills` prints them.")
    private List<String> rules = List.of();

    @Override
    Decision decision() {
        return new Decision("", Decision.MERGE, rules, "", Instant.EPOCH);
    }
}
