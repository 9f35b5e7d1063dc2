package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that some agents read from the head of a file. */
final class FrontMatter implements Check {

    private static final Pattern HEAD = Pattern.compile("^\\s{0,9}(?:---|\\+\\+\\+|;;;)\\s{0,9}(?:[\\r\\n]|$)"
            + "|(?:^|---\\s{0,9})(?:alwaysApply|globs|applyTo|allowed-tools|inclusion|trigger)\\s{0,3}:\\s{0,3}\\S",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "front-matter";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Front matter inside a rule.";
    }

    @Override
    public void examine(Draft draft) {
        Matcher head = HEAD.matcher(draft.text());
        if (head.find()) {
            draft.found(this, head.start(), "has front matter, as only the head of a file may");
        }
    }
}
