package dev.buildlog.curate.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text written as numbers, as Morse signs or in base32: what a model turns back without being told how. */
final class CharacterCodes {

    private static final Pattern CALL = Pattern.compile("(?i)\\b(?:chr|char|unichr|fromcharcode|fromcodepoint)\\b\\s?\\(?\\s?(\\d{2,3})\\)?");
    private static final Pattern LIST = Pattern.compile("(?<![\\d.])\\d{2,3}(?:[\\s,;+|:]{1,3}\\d{2,3}){5,300}(?![\\d.])");
    private static final Pattern NUMBER = Pattern.compile("\\d{2,3}");
    private static final Pattern MORSE = Pattern.compile("(?<!\\S)[.·−–-]{1,7}(?:[ /|]{1,3}[.·−–-]{1,7}){5,200}(?!\\S)");
    private static final Pattern BASE32 = Pattern.compile("(?<![A-Za-z0-9])[A-Z2-7]{24,400}={0,6}(?![A-Za-z0-9])");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String MORSE_MARKS = ".·−–-";
    private static final int FEWEST_CALLS = 4;
    private static final int SHORTEST = 6;
    private static final Map<String, Character> MORSE_LETTERS = morse();

    /** Where it stands and what it says. */
    record Find(int at, String written, String says) {}

    private CharacterCodes() {}

    static Optional<Find> in(String text) {
        boolean digits = text.chars().filter(Character::isDigit).count() >= 2 * FEWEST_CALLS;
        boolean marks = text.chars().filter(c -> MORSE_MARKS.indexOf(c) >= 0).count() >= SHORTEST;
        return (digits ? calls(text).or(() -> list(text)) : Optional.<Find>empty()).or(() -> marks ? morse(text) : Optional.empty())
                .or(() -> base32(text));
    }

    private static Optional<Find> calls(String text) {
        StringBuilder says = new StringBuilder();
        int start = -1;
        int calls = 0;
        for (Matcher call = CALL.matcher(text); call.find(); calls++) {
            start = start < 0 ? call.start() : start;
            says.append((char) Integer.parseInt(call.group(1)));
        }
        return calls >= FEWEST_CALLS && isText(says) ? Optional.of(new Find(start, text.substring(start), says.toString()))
                : Optional.empty();
    }

    private static Optional<Find> list(String text) {
        for (Matcher list = LIST.matcher(text); list.find(); ) {
            StringBuilder says = new StringBuilder();
            for (Matcher number = NUMBER.matcher(list.group()); number.find(); ) {
                says.append((char) Integer.parseInt(number.group()));
            }
            if (isText(says)) {
                return Optional.of(new Find(list.start(), list.group(), says.toString()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Find> morse(String text) {
        for (Matcher run = MORSE.matcher(text); run.find(); ) {
            StringBuilder says = new StringBuilder();
            for (String letter : run.group().replace('·', '.').replace('−', '-').replace('–', '-').split("[ /|]+")) {
                Character known = MORSE_LETTERS.get(letter);
                says.append(known == null ? '?' : known);
            }
            if (says.chars().distinct().count() > 2) {
                return Optional.of(new Find(run.start(), run.group(), says.toString()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Find> base32(String text) {
        for (Matcher run = BASE32.matcher(text); run.find(); ) {
            StringBuilder says = new StringBuilder();
            int bits = 0;
            int held = 0;
            for (char c : run.group().replace("=", "").toCharArray()) {
                held = held << 5 | ALPHABET.indexOf(c);
                bits += 5;
                if (bits >= 8) {
                    bits -= 8;
                    says.append((char) (held >> bits & 0xFF));
                    held &= (1 << bits) - 1;
                }
            }
            if (isText(says)) {
                return Optional.of(new Find(run.start(), run.group(), says.toString()));
            }
        }
        return Optional.empty();
    }

    /** Printable, and letters for more than half of it. */
    private static boolean isText(CharSequence says) {
        return says.length() >= SHORTEST && says.chars().allMatch(c -> c >= ' ' && c <= '~' || c == '\n')
                && says.chars().filter(c -> Ascii.isLetter(c) || c == ' ').count() * 2 > says.length()
                && says.chars().distinct().count() > 3;
    }

    private static Map<String, Character> morse() {
        String[] signs = (".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..-"
                + " ...- .-- -..- -.-- --..").split(" ");
        Map<String, Character> letters = new HashMap<>();
        for (int i = 0; i < signs.length; i++) {
            letters.put(signs[i], (char) ('a' + i));
        }
        return Map.copyOf(letters);
    }
}
