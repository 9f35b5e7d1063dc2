package dev.buildlog.extract;

/** Pictures among characters. Written without a regular expression: every text of every entry passes here. */
final class Emoji {

    /** Frames the digit before it as a key. */
    private static final int KEYCAP = 0x20E3;

    private Emoji() {}

    /** {@code text} without emoji, and the white space beside them, at either end. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && after(text, start) > start) {
            start = after(text, start);
        }
        while (end > start && before(text, end) < end) {
            end = Math.max(start, before(text, end));
        }
        return text.substring(start, end).strip();
    }

    private static int after(String text, int start) {
        int c = text.codePointAt(start);
        int next = start + Character.charCount(c);
        if (next < text.length() && text.charAt(next) == KEYCAP) {
            return next + 1;
        }
        return isEmoji(c) || c == ' ' ? next : start;
    }

    private static int before(String text, int end) {
        int c = text.codePointBefore(end);
        int next = end - Character.charCount(c);
        if (c == KEYCAP && next > 0) {
            return text.offsetByCodePoints(next, -1);
        }
        return isEmoji(c) || c == ' ' ? next : end;
    }

    /** Pictographs, technical signs, dingbats, stars, squares and circles. */
    private static boolean isEmoji(int c) {
        return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2300 && c <= 0x23FF) || (c >= 0x2600 && c <= 0x27BF)
                || c == 0x2B1B || c == 0x2B1C || c == 0x2B50 || c == 0x2B55 || c == 0x3030 || c == 0x303D || c == 0x3297
                || c == 0x3299;
    }
}
