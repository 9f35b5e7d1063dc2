package dev.buildlog.extract;

/** Texts compared as if any run of white space were one space, and quote marks at the start of lines were none. */
final class Whitespace {

    private Whitespace() {}

    /** The text on one line with single spaces. */
    static String collapsed(String text) {
        return text.replaceAll("\\R[ \\t]*>+", " ").replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    /** Start and end of the first place in {@code source} that reads like {@code wanted}; empty where there is none. */
    static int[] find(String source, String wanted) {
        StringBuilder plain = new StringBuilder(source.length());
        int[] origin = new int[source.length() + 1];
        boolean space = false;
        boolean lineStart = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                space = true;
                lineStart |= c == '\n' || c == '\r';
            } else if (!(lineStart && c == '>')) {
                if (space && plain.length() > 0) {
                    origin[plain.length()] = i - 1;
                    plain.append(' ');
                }
                space = false;
                lineStart = false;
                origin[plain.length()] = i;
                plain.append(c);
            }
        }
        String needle = collapsed(wanted);
        int at = needle.isEmpty() ? -1 : plain.indexOf(needle);
        return at < 0 ? new int[0] : new int[] {origin[at], origin[at + needle.length() - 1] + 1};
    }
}
