package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.BitSet;
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
    private static final List<Attack> KNOWN = new ArrayList<>();

    /** Numbers of the known attacks by the words that hint at them, and by those words backwards. */
    private static final Map<String, BitSet> BY_WORD = new HashMap<>();

    /** The same by marks, and by words of scripts that put no spaces between them. */
    private static final Map<String, BitSet> BY_MARK = new HashMap<>();

    static {
        WordList.lines("attacks.txt").forEach(Attack::file);
    }

    private static void file(String line) {
        String[] cells = line.split(" :: ", 4);
        Place place = Place.valueOf(cells[0].toUpperCase(Locale.ROOT));
        int number = KNOWN.size();
        KNOWN.add(new Attack(place, cells[2], Pattern.compile(place == Place.CLAUSE ? CLAUSE_START + cells[3] : cells[3])));
        for (String hint : cells[1].split(" ")) {
            boolean word = hint.chars().allMatch(c -> c < 0x2E80 && Character.isLetterOrDigit(c));
            (word ? BY_WORD : BY_MARK).computeIfAbsent(hint, h -> new BitSet()).set(number);
            if (word && place == Place.CLAUSE) {
                BY_WORD.computeIfAbsent(new StringBuilder(hint).reverse().toString(), h -> new BitSet()).set(number);
            }
        }
    }

    /** What of {@code text}, which has no invisible characters, is an attack, and of which kind; costs little where none is. */
    static Optional<String> in(String text) {
        for (String form : Disguise.forms(text)) {
            BitSet hinted = hinted(form);
            for (int i = hinted.nextSetBit(0); i >= 0; i = hinted.nextSetBit(i + 1)) {
                Attack attack = KNOWN.get(i);
                Optional<String> found = attack.find(text, form);
                if (found.isEmpty() && attack.place == Place.CLAUSE) {
                    found = attack.find(text, new StringBuilder(form).reverse().toString());
                }
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> find(String text, String form) {
        Matcher matcher = expression.matcher(searched(text, form));
        return matcher.find()
                ? Optional.of(what + ": \"" + cut(matcher.group().strip()) + "\"")
                : Optional.empty();
    }

    private static BitSet hinted(String form) {
        BitSet hinted = new BitSet();
        int start = 0;
        for (int i = 0; i <= form.length(); i++) {
            if (i == form.length() || !Character.isLetterOrDigit(form.charAt(i))) {
                BitSet known = i > start ? BY_WORD.get(form.substring(start, i)) : null;
                if (known != null) {
                    hinted.or(known);
                }
                start = i + 1;
            }
        }
        BY_MARK.forEach((mark, known) -> {
            if (form.contains(mark)) {
                hinted.or(known);
            }
        });
        return hinted;
    }

    private String searched(String text, String form) {
        return switch (place) {
            case CLAUSE, WORDS -> Disguise.unquoted(form);
            case SHOWN -> Disguise.withoutCode(text);
            case TEXT -> text;
        };
    }

    private static String cut(String found) {
        return found.length() <= LONGEST_QUOTE ? found : found.substring(0, LONGEST_QUOTE).strip() + "…";
    }
}
