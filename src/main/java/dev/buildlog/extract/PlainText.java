package dev.buildlog.extract;

import java.util.List;

/** What a reader sees of a piece of Markdown, on one line: neither marks nor characters that nobody can see. */
final class PlainText {

    private static final int READABLE = 120;

    private PlainText() {}

    /** The start of {@code text}, short enough for a message. */
    static String cut(String text) {
        if (text.length() <= READABLE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(READABLE - 1)) ? READABLE - 1 : READABLE;
        return text.substring(0, end) + "…";
    }

    static String of(List<Run> runs) {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        return of(all.toString());
    }

    /** The text with white space collapsed, invisible characters removed, and emoji cut from both ends. */
    static String of(String text) {
        return Emoji.trimmed(visible(text));
    }

    private static String visible(String text) {
        return isPlain(text) ? text : cleaned(text);
    }

    /** Whether a text is as nearly every text is: printable ASCII, with single spaces between words. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String cleaned(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean plain = c > ' ' && c < 0x7F;
            if (!plain && isSpace(c)) {
                space = true;
            } else if (plain || !isInvisible(c)) {
                if (space && kept.length() > 0) {
                    kept.append(' ');
                }
                space = false;
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.FORMAT -> !isArabicOrSyriacSign(c);
            default -> isVariationSelector(c) || isBlankLetter(c);
        };
    }

    /** Signs of the format category that are drawn around the digits after them. */
    private static boolean isArabicOrSyriacSign(int c) {
        return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 || c == 0x8E2;
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
    }

    /** Letters and marks without a glyph: combining joiner, Hangul fillers, Khmer inherent vowels, blank Braille. */
    private static boolean isBlankLetter(int c) {
        return c == 0x34F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x17B4 || c == 0x17B5
                || c == 0x2800;
    }
}
