package dev.buildlog.curate.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of text that is aimed at whoever reads the rules, from {@code curate/gate/attacks.txt}.
 *
 * @param check id of the check it belongs to
 * @param place where in a text the expression is looked for
 * @param advised whether a warning against it is no offence
 * @param hints words or marks in lower case; a text without any of them has no such attack
 * @param what what it is, in a few words
 */
record Attack(String check, Place place, boolean advised, List<String> hints, String what, Pattern expression) {

    /** Which form of a text is searched. */
    enum Place { CLAUSE, WORDS, SHOWN, TEXT }

    /** What was found, and where; -1 where only a form of the text shows it. */
    record Find(String what, String quote, int at) {}

    private static final String CLAUSE_START = "(?:^\\s*|[.;:!?,…)\\]}>|*—–-]\\s*|\\b(?:and|then|now|please|but|so|also|just|or|to|"
            + "instead|immediately|always|kindly|first|you (?:must|should|will|have to|need to|are to|can|may|shall)(?: now)?|"
            + "(?:ai|llms?|agents?|assistants?|copilot|claude|reviewers?|bots?|models?) "
            + "(?:must|should|will|shall|have to|need to|are to|may|can)(?: now)?|und|dann|jetzt|"
            + "bitte|et|puis|maintenant|y|luego|ahora) )";

    static Attack parse(String line) {
        String[] cells = line.split(" :: ", 5);
        if (cells.length < 5) {
            throw new IllegalStateException("attacks.txt: five columns are needed in: " + line);
        }
        String[] place = cells[1].split(" ");
        Place where = Place.valueOf(place[0].toUpperCase(Locale.ROOT));
        return new Attack(cells[0], where, place.length > 1, Arrays.asList(cells[2].split(" ")), cells[3],
                Pattern.compile(where == Place.CLAUSE ? CLAUSE_START + "(?:" + cells[4] + ")" : cells[4]));
    }

    /** Whether it is looked for in forms of the text instead of in the text as written. */
    boolean isOfForms() {
        return place == Place.CLAUSE || place == Place.WORDS;
    }

    Optional<Find> in(Draft draft, Form form) {
        return switch (place) {
            case CLAUSE, WORDS -> search(form.text(), false);
            case SHOWN -> search(draft.shown(), true).or(() -> inPlain(draft, CodeSpans.blank(draft.plain())));
            case TEXT -> search(draft.linked(), true).or(() -> inPlain(draft, draft.plain()));
        };
    }

    /** Looks again where the plain text is another. */
    private Optional<Find> inPlain(Draft draft, String plain) {
        return draft.plain().equals(draft.linked()) ? Optional.empty() : search(plain, false);
    }

    private Optional<Find> search(String text, boolean placed) {
        for (Matcher found = expression.matcher(text); found.find(); ) {
            if (!advised || !Warning.covers(text, found.start() + (place == Place.CLAUSE ? 1 : 0), found.end())) {
                return Optional.of(new Find(what, found.group(), placed ? found.start() : -1));
            }
        }
        return Optional.empty();
    }
}
