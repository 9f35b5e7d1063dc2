package dev.buildlog.curate.gate;

import java.util.regex.Pattern;

/** A rule is one thing, said shortly. */
final class Structure implements Check {

    /** Code points a rule may have. */
    static final int LONGEST = 300;

    private static final Pattern HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s+\\S");
    private static final Pattern FENCE = Pattern.compile("^\\s{0,9}(?:```|~~~)|```\\w{0,20}\\s[^`]*$");
    private static final Pattern QUOTE = Pattern.compile("^\\s{0,3}>\\s");
    private static final Pattern TABLE = Pattern.compile("^\\s*\\|.{0,300}\\|\\s*:?-{3}");

    @Override
    public String id() {
        return "structure";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "More than one rule: over " + LONGEST + " characters, a heading, a fence, a table or a quotation mark of Markdown at"
                + " its beginning.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            draft.found(this, text.offsetByCodePoints(0, LONGEST), "has " + length + " characters; a rule has at most " + LONGEST);
        }
        if (text.isEmpty()) {
            return;
        }
        char first = text.charAt(0);
        String what = Character.isLetter(first) && text.indexOf('`') < 0 ? ""
                : HEADING.matcher(text).find() ? "is a heading"
                : FENCE.matcher(text).find() ? "has a fence of code"
                : QUOTE.matcher(text).find() ? "begins with the mark of a quotation"
                : TABLE.matcher(text).find() ? "is a table" : "";
        if (!what.isEmpty()) {
            draft.found(this, 0, what + ", and a rule is one sentence or two");
        }
    }
}
