package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tabs, and spaces around the text. */
final class Spaces implements Check {

    private static final Pattern EDGES = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$|\\t[ \\t]*");

    @Override
    public String id() {
        return "spaces";
    }

    @Override
    public Action action() {
        return Action.STRIP;
    }

    @Override
    public String about() {
        return "Spaces and line ends around a text, and tabs in it.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        if (text.isEmpty() || text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ' && text.indexOf('\t') < 0) {
            return;
        }
        Matcher edge = EDGES.matcher(text);
        if (edge.find()) {
            draft.found(this, edge.start(), "has tabs, or spaces around it");
            draft.rewrite(text.strip().replaceAll("\\t[ \\t]*", " "));
        }
    }
}
