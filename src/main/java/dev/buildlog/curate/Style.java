package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text is worded, whatever it speaks of: as a command or as a statement, with code or without, in the first person.
 * Vectors of meaning tell little about it.
 */
final class Style {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_'’]+");
    private static final Pattern COMMAND = Pattern.compile("[a-z][\\w-]*( .*)?");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern OUGHT = Pattern.compile("\\b(has|have) to\\b");
    private static final Pattern USUALLY = Pattern.compile("\\bby default\\b", Pattern.CASE_INSENSITIVE);
    private static final int NEAR = 4;

    private static final List<Set<String>> FIRST = new ArrayList<>();
    private static final List<Set<String>> ANY = new ArrayList<>();

    static {
        Set<String> block = Set.of();
        for (String line : WordList.lines("style.txt")) {
            if (line.equals("first:") || line.equals("any:")) {
                block = new HashSet<>();
                (line.equals("first:") ? FIRST : ANY).add(block);
            } else {
                block.addAll(List.of(line.split("\\s+")));
            }
        }
    }

    private Style() {}

    /** One number for each trait, 1 where the text has it, else 0; as many for every text. */
    static double[] of(String text) {
        String prose = CODE.matcher(text).replaceAll(" ");
        List<String> words = WORD.matcher(prose).results()
                .map(word -> word.group().toLowerCase(Locale.ROOT).replace('’', '\''))
                .toList();
        String first = text.startsWith("`") || words.isEmpty() ? "" : words.get(0);
        List<String> code = CODE.matcher(text).results().map(span -> span.group(1)).toList();
        List<Boolean> traits = new ArrayList<>();
        FIRST.forEach(block -> traits.add(block.contains(first)));
        ANY.forEach(block -> traits.add(words.stream().anyMatch(block::contains)));
        traits.add(text.startsWith("`"));
        traits.add(!code.isEmpty());
        traits.add(code.size() > 1);
        traits.add(code.stream().anyMatch(span -> span.startsWith("-") || span.contains(" -")));
        traits.add(code.stream().map(COMMAND::matcher).anyMatch(Matcher::matches));
        traits.add(DIGIT.matcher(text).find());
        traits.add(OUGHT.matcher(prose).find());
        traits.add(USUALLY.matcher(prose).find());
        traits.add(beginsWithItsSubject(first, words));
        return traits.stream().mapToDouble(trait -> trait ? 1 : 0).toArray();
    }

    /** "Redis expires keys", "A pod gets a signal": a word in -s soon follows, and the first is no verb. */
    private static boolean beginsWithItsSubject(String first, List<String> words) {
        return !FIRST.get(0).contains(first)
                && words.stream().limit(NEAR).skip(1).anyMatch(word -> word.endsWith("s") && !word.endsWith("ss"));
    }
}
