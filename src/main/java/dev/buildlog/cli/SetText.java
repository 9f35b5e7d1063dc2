package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog set-text}: a person's words for a rule. */
@Command(name = "set-text", description = {
    "Word a rule. Its id and its evidence stay as they are.",
    "Example: buildlog set-text wf-5a6c75c078 \"Run the tests before every commit\""})
final class SetText extends DecisionVerb {

    @Parameters(index = "0", paramLabel = "RULE", description = "Id of the rule, as `buildlog skills` prints it.")
    private String rule = "";

    @Parameters(index = "1", paramLabel = "TEXT", arity = "0..1", description = "The text, on one line.")
    private @Nullable String text;

    @Option(names = "--clear", description = "Show the most telling of the journal's wordings again.")
    private boolean clear;

    @Override
    Decision decision() {
        if (clear == (text != null && !text.isBlank())) {
            throw new BuildlogException("give either a TEXT or --clear");
        }
        return new Decision("", Decision.SET_TEXT, List.of(rule), clear || text == null ? "" : text, Instant.EPOCH);
    }
}
