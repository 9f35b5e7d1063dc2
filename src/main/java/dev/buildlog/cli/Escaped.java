package dev.buildlog.cli;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** Text that is not to be trusted, with everything shown that would not show by itself. */
final class Escaped {

    private Escaped() {}

    /**
     * The text on one line; {@code \\u{200B}} stands for a character that is invisible, moves the cursor, turns the reading
     * direction or has no meaning, and for letters of other scripts where they are mixed with Latin ones.
     */
    static String of(String text) {
        boolean latin = text.codePoints().anyMatch(c -> Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN);
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (shows(c) && !(latin && isForeign(c))) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u{%04X}", c));
            }
        });
        return shown.toString();
    }

    private static boolean isForeign(int c) {
        return Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN && UnicodeScript.of(c) != UnicodeScript.COMMON;
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> c != 0x2800 && c != 0x3164 && c != 0xFFA0 && c != 0x115F && c != 0x1160;
        };
    }
}
