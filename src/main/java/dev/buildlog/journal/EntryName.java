package dev.buildlog.journal;

import dev.buildlog.model.Problem;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of an entry's file: {@code YYYY-MM-DD-slug.md}.
 *
 * @param date day of the entry, year 1 to 9999
 * @param slug the rest of the name; any text a file name can hold, possibly empty
 */
public record EntryName(LocalDate date, String slug) {

    private static final int BEFORE_SLUG = "YYYY-MM-DD-".length();

    /** What a file name turns out to be. */
    public sealed interface Parsed {

        record Entry(EntryName name) implements Parsed {}

        /** Some other file, such as a template: nothing to say about it. */
        record Other() implements Parsed {}

        /** Shaped like an entry, but the calendar has no such day. The problem names the file as it was given. */
        record NoSuchDate(Problem problem) implements Parsed {}
    }

    public EntryName {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException("an entry's year is 1 to 9999, not " + date.getYear());
        }
        if (slug.indexOf('/') >= 0 || slug.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a slug is part of a file name and holds no '/' and no NUL: " + slug);
        }
    }

    /** Reads a file name without its folder. */
    public static Parsed parse(String fileName) {
        if (!isShaped(fileName)) {
            return new Parsed.Other();
        }
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(fileName.substring(0, 4)), Integer.parseInt(fileName.substring(5, 7)),
                    Integer.parseInt(fileName.substring(8, 10)));
            return new Parsed.Entry(new EntryName(date, fileName.substring(BEFORE_SLUG, fileName.length() - 3)));
        } catch (DateTimeException | IllegalArgumentException e) {
            String day = fileName.substring(0, "YYYY-MM-DD".length());
            return new Parsed.NoSuchDate(new Problem(fileName, 0, 0,
                    "is not read, because there is no day " + day + ". Rename it to the day it was written."));
        }
    }

    /** Whether the name is {@code YYYY-MM-DD-*.md}; by hand, since the first expression takes a while of a short command. */
    private static boolean isShaped(String name) {
        if (name.length() < BEFORE_SLUG + 3 || !name.endsWith(".md")) {
            return false;
        }
        for (int i = 0; i < BEFORE_SLUG; i++) {
            char c = name.charAt(i);
            boolean dash = i == 4 || i == 7 || i == BEFORE_SLUG - 1;
            if (dash ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** The name in the last element of a path with forward slashes; empty where that is no entry. */
    public static Optional<EntryName> ofPath(String path) {
        return parse(path.substring(path.lastIndexOf('/') + 1)) instanceof Parsed.Entry entry
                ? Optional.of(entry.name())
                : Optional.empty();
    }

    public String fileName() {
        return date + "-" + slug + ".md";
    }

    /**
     * A slug out of what a person typed: lower case, spaces and underscores as {@code -}, and of the rest only letters,
     * digits and {@code -}, in the sense of Unicode. Marks that belong to a kept letter stay, since many scripts write
     * vowels with them. Composed (NFC), so that one title gives one name on every machine.
     */
    public static String slugOf(String raw) {
        StringBuilder slug = new StringBuilder(raw.length());
        boolean insideLetter = false;
        for (int c : raw.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            int kept = c == ' ' || c == '_' ? '-' : c;
            insideLetter = Character.isLetter(kept) || insideLetter && isMark(kept);
            if (insideLetter || kept == '-' || isNumber(kept)) {
                slug.appendCodePoint(kept);
            }
        }
        return Normalizer.normalize(slug, Normalizer.Form.NFC);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
