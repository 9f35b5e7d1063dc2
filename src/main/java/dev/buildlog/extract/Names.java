package dev.buildlog.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of headings or labels as configuration names them, compared the way a reader would. */
final class Names {

    private static final Pattern NUMBERING = Pattern.compile("^\\d{1,3}[.)]\\s*");
    private static final Pattern REMARK_IN_BRACKETS = Pattern.compile("(?<=\\S)\\s*\\([^()]*\\)$");
    private static final Pattern JOINED = Pattern.compile("\\s*(?:[&+/,]|\\b(?:and|und|et|y)\\b)\\s*");
    private static final String FINAL_PUNCTUATION = " :：.!?…–—-";
    private static final int LONGEST = 200;

    private final Set<String> names;

    private Names(Set<String> names) {
        this.names = names;
    }

    /** Names from one comma-separated string; blank ones are left out. */
    static Names of(String commaSeparated) {
        return new Names(Arrays.stream(commaSeparated.split(","))
                .map(Names::normal)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the set has {@code name}, or each part of it, as with "Lessons & Takeaways". */
    boolean has(String name) {
        String normal = normal(name);
        return names.contains(normal) || parts(normal).size() > 1 && names.containsAll(parts(normal));
    }

    /** The names that a normal name joins by "and" or its like; the name itself where it joins none. */
    static List<String> parts(String normal) {
        return normal.length() > LONGEST ? List.of(normal) : List.of(JOINED.split(normal));
    }

    /** Position of the first of {@code headings} that is in the set; -1 where none is. */
    int indexIn(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            if (has(headings.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a name is nothing but ASCII letters with single spaces between them, as most are. */
    private static boolean isWords(String name) {
        char before = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /**
     * Lower case, straight apostrophes, without emoji, numbering, a closing remark in brackets and final punctuation;
     * a text too long for a name as it is.
     */
    static String normal(String name) {
        if (name.length() > LONGEST) {
            return name;
        }
        if (isWords(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String rest = PlainText.of(name).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        rest = NUMBERING.matcher(rest).replaceFirst("");
        String before;
        do {
            before = rest;
            int end = rest.length();
            while (end > 0 && FINAL_PUNCTUATION.indexOf(rest.charAt(end - 1)) >= 0) {
                end--;
            }
            rest = PlainText.of(rest.substring(0, end));
            if (rest.endsWith(")")) {
                rest = REMARK_IN_BRACKETS.matcher(rest).replaceFirst("");
            }
        } while (!rest.equals(before));
        return rest;
    }
}
