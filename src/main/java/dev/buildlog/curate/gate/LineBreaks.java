package dev.buildlog.curate.gate;

/** A rule is one line. */
final class LineBreaks extends CharacterCheck {

    LineBreaks() {
        super("a line break");
    }

    @Override
    public String id() {
        return "line-breaks";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Line breaks inside a rule: what stands behind one is read as a text of its own.";
    }

    @Override
    boolean offends(String text, int i) {
        return isBreak(text.codePointAt(i));
    }

    static boolean isBreak(int c) {
        return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
