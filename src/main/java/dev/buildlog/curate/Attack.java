package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of text that is aimed at whoever reads the rules. The known ones stand in {@code curate/attacks.txt}.
 *
 * @param place where in a text the expression is looked for
 * @param what what it is, in a few words
 */
record Attack(Place place, String what, Pattern expression) {

    /** Which form of a text is searched. */
    enum Place { CLAUSE, WORDS, SHOWN, TEXT }

    private static final String CLAUSE_START = "(?:^\\s*|[.;:!?,…)\\]}>|*—–-]\\s*|\\b(?:and|then|now|please|but|so|also|just|"
            + "instead|immediately|always|kindly|you (?:must|should|will|have to|need to|are to|can)(?: now)?|und|dann|jetzt|"
            + "bitte|et|puis|maintenant|y|luego|ahora) )";
    private static final int LONGEST_QUOTE = 60;
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Attacks by the words that hint at them. */
    private static final Map<String, List<Attack>> BY_HINT = new HashMap<>();

    /** Hints of scripts that put no spaces between words. */
    private static final Map<String, List<Attack>> UNSPACED = new HashMap<>();

    static {
        WordList.lines("attacks.txt").forEach(Attack::file);
    }

    private static void file(String line) {
        String[] cells = line.split(" :: ", 4);
        Place place = Place.valueOf(cells[0].toUpperCase(Locale.ROOT));
        Attack attack = new Attack(place, cells[2], Pattern.compile(place == Place.CLAUSE ? CLAUSE_START + cells[3] : cells[3]));
        for (String hint : cells[1].split(" ")) {
            boolean spaced = hint.codePointAt(0) < 0x2E80;
            (spaced ? BY_HINT : UNSPACED).computeIfAbsent(hint, h -> new ArrayList<>()).add(attack);
        }
    }

    /** What of {@code text}, which has no invisible characters, is an attack, and of which kind; costs little where none is. */
    static Optional<String> in(String text) {
        Disguise disguise = new Disguise(text);
        for (String form : disguise.forms()) {
            List<Attack> hinted = hinted(form);
            for (Attack attack : hinted) {
                Matcher matcher = attack.expression.matcher(attack.searched(text, form));
                if (matcher.find()) {
                    return Optional.of(attack.what + ": \"" + cut(matcher.group().strip()) + "\"");
                }
            }
        }
        return Optional.empty();
    }

    private String searched(String text, String form) {
        return switch (place) {
            case CLAUSE, WORDS -> Disguise.unquoted(form);
            case SHOWN -> Disguise.withoutCode(text);
            case TEXT -> text;
        };
    }

    private static List<Attack> hinted(String form) {
        List<Attack> attacks = new ArrayList<>();
        for (String word : NOT_WORDS.split(form)) {
            attacks.addAll(BY_HINT.getOrDefault(word, List.of()));
        }
        if (form.chars().anyMatch(c -> c >= 0x2E80)) {
            UNSPACED.forEach((hint, known) -> attacks.addAll(form.contains(hint) ? known : List.of()));
        }
        return attacks;
    }

    private static String cut(String found) {
        return found.length() <= LONGEST_QUOTE ? found : found.substring(0, LONGEST_QUOTE).strip() + "…";
    }
}
