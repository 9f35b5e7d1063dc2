package dev.buildlog.curate.gate;

import java.util.Locale;

/** Text for a message: what could not be seen, or would act on a terminal, is named instead. */
final class Visible {

    private static final int LONGEST_QUOTE = 60;

    private Visible() {}

    static String text(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.append(isVisible(c) ? Character.toString(c) : escaped(c)));
        return visible.toString();
    }

    /** {@code found} in quotation marks, cut where it is long. */
    static String quote(String found) {
        String plain = found.strip();
        return "\"" + (plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE).strip() + "…") + "\"";
    }

    /** {@code U+200B (zero width space)}. */
    static String name(int c) {
        String name = Character.getName(c);
        return String.format(Locale.ROOT, "U+%04X (%s)", c, name == null ? "unnamed" : name.toLowerCase(Locale.ROOT));
    }

    private static String escaped(int c) {
        return String.format(Locale.ROOT, "\\u{%X}", c);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !Characters.isBlank(c);
        };
    }
}
