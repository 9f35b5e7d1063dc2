package dev.buildlog.curate.gate;

/** Kinds of characters that a reader does not see. */
final class Characters {

    static final int EMOJI_STYLE = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2065\u2800\u3164\uFFA0";

    private Characters() {}

    /** Not of the format category, yet shown as nothing: fillers, selectors, joiners, and what Unicode reserves for such. */
    static boolean isBlank(int c) {
        return c >= 0x34F && (BLANKS.indexOf(c) >= 0 || c >= 0x180B && c <= 0x180F || isSelector(c)
                || c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xE0000 && c <= 0xE0FFF);
    }

    static boolean isSelector(int c) {
        return c >= 0xFE00 && c <= EMOJI_STYLE || c >= 0xE0100 && c <= 0xE01EF;
    }

    static boolean isTag(int c) {
        return c >= 0xE0000 && c <= 0xE007F;
    }

    /** Embeddings, overrides and isolates: they turn the order in which text is shown. */
    static boolean turnsDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || isBlank(c);
    }

    /** Whether the invisible character at {@code i} does what it was made for: it shapes an emoji or a letter beside it. */
    static boolean isInPlace(String text, int i) {
        int c = text.codePointAt(i);
        if (i == 0) {
            return false;
        }
        int before = text.codePointBefore(i);
        int end = i + Character.charCount(c);
        int after = end < text.length() ? text.codePointAt(end) : ' ';
        if (c == EMOJI_STYLE || c == 0xFE0E) {
            return isSymbol(before) || (before >= '0' && before <= '9' || before == '#' || before == '*') && after == 0x20E3;
        }
        if (c == JOINER && (isSymbol(before) || before == EMOJI_STYLE || isSkinTone(before))) {
            return isSymbol(after);
        }
        return (c == JOINER || c == NON_JOINER) && needsJoiners(before) && needsJoiners(after);
    }

    /** Where the flag that the tag characters at {@code i} draw ends; {@code i} where they draw none. */
    static int endOfFlag(String text, int i) {
        if (i == 0 || text.codePointBefore(i) != BLACK_FLAG) {
            return i;
        }
        int at = i;
        int letters = 0;
        while (at < text.length() && isFlagLetter(text.codePointAt(at)) && letters <= 6) {
            at += 2;
            letters++;
        }
        return letters >= 3 && letters <= 6 && at < text.length() && text.codePointAt(at) == 0xE007F ? at + 2 : i;
    }

    private static boolean isFlagLetter(int c) {
        return c >= 0xE0030 && c <= 0xE0039 || c >= 0xE0061 && c <= 0xE007A;
    }

    private static boolean isSymbol(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL || Character.getType(c) == Character.MATH_SYMBOL && c > 0x7F
                || c == 0x203C || c == 0x2049;
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    /** Scripts whose letters join, and whose writers need a say in it. */
    private static boolean needsJoiners(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case ARABIC, SYRIAC, MONGOLIAN, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM,
                    SINHALA, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
