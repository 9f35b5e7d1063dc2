package dev.buildlog.curate.gate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a team does not want to be said. */
final class Forbidden implements Check {

    private final List<Pattern> patterns;

    Forbidden(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    @Override
    public String id() {
        return "forbidden";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "What the team's own expressions find.";
    }

    @Override
    public void examine(Draft draft) {
        for (Pattern pattern : patterns) {
            Matcher found = pattern.matcher(draft.text());
            if (found.find()) {
                draft.found(this, found.start(), "matches the forbidden pattern " + pattern);
            }
        }
    }
}
