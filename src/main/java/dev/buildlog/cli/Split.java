package dev.buildlog.cli;

import dev.buildlog.model.Decision;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog split}: a wording that says something else than its rule. */
@Command(name = "split", description = {
    "Take a wording out of its rule, into a rule of its own. They stay apart until a merge joins them.",
    "Example: buildlog split wf-5a6c75c078 buildlog/2026-11-21-parse-dates.md:12"})
final class Split extends DecisionVerb {

    @Parameters(index = "0", paramLabel = "RULE", description = "Id of the rule, as `buildlog skills` prints it.")
    private String rule = "";

    @Parameters(index = "1", paramLabel = "WORDING", description = "Entry and line where it stands (FILE:LINE), its text, a part"
            + " of it that no other wording of the rule has, or its id.")
    private String wording = "";

    @Override
    Decision decision() {
        return new Decision("", Decision.SPLIT, List.of(rule), wording, Instant.EPOCH);
    }
}
