package dev.buildlog.render;

import java.util.regex.Pattern;

/**
 * A rule's text as the content of one Markdown bullet: what a person wrote, unable to become anything but a line of
 * text.
 */
final class BulletText {

    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern BLOCK_START = Pattern.compile("^(?=#{1,6}(?:\\s|$)|[-+*](?:\\s|$)|>|`{3}|~{3}|=+\\s*$"
            + "|([-_*])(?:\\s*\\1){2,}\\s*$|<[A-Za-z/!?]|\\[[^\\]]+\\]:)");
    private static final Pattern NUMBER_START = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private BulletText() {}

    /**
     * The text on one line. Backslashes keep its beginning from starting another kind of block and comment marks from
     * being such: they are not shown where Markdown is rendered, and break a forged marker for tools that search the
     * raw text.
     */
    static String of(String text) {
        String line = isPlain(text) ? text : NOT_PRINTED.matcher(text).replaceAll(" ").strip();
        line = line.replace("<!--", "<\\!--").replace("-->", "--\\>");
        if (line.isEmpty() || Character.isLetter(line.charAt(0))) {
            return line;
        }
        line = BLOCK_START.matcher(line).replaceFirst("\\\\");
        return NUMBER_START.matcher(line).replaceFirst("$1\\\\$2");
    }

    /** Whether a text is as nearly every rule is: printable ASCII that begins and ends with a character that shows. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~') && text.strip().length() == text.length() && !text.contains("  ");
    }
}
