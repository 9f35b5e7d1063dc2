package dev.buildlog.curate.gate;

/** What no valid UTF-8 could hold. */
final class Encoding extends CharacterCheck {

    Encoding() {
        super("half a character");
    }

    @Override
    public String id() {
        return "encoding";
    }

    @Override
    public Action action() {
        return Action.REFUSE;
    }

    @Override
    public String about() {
        return "Text that is no valid UTF-8: halves of characters, and code points that never stand for one.";
    }

    @Override
    boolean offends(String text, int i) {
        int c = text.codePointAt(i);
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || (c & 0xFFFE) == 0xFFFE
                || c >= 0xFDD0 && c <= 0xFDEF;
    }
}
