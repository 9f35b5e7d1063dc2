package dev.buildlog.curate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The advice in a text, without the reason or story told along with it: two notes that give one piece of advice for different
 * reasons state the same rule.
 *
 * <p>A rough reading by clause boundaries; what it cannot split it leaves whole. Behind the advice everything is cut from the
 * first of: the end of a sentence, a semicolon, a dash, a colon, a word that opens a reason, a comma before a clause of its
 * own. At least four words are always left.
 */
final class Gist {

    private static final int FEWEST_WORDS = 4;

    /** Behind a plain comma or before a colon the advice must be longer: a short beginning is more often a topic. */
    private static final int FEWEST_BEFORE_COMMA = 5;

    private static final String PRONOUNS = "(?=(?i:the|it|they|we|a|an|our|there|this|these|users?|nobody|you|everyone)\\b)";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern FIRST_WORD = Pattern.compile("[\\p{L}'.]*\\p{L}");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern ASIDE = Pattern.compile("\\s*\\([^()]*\\)");
    private static final Pattern LEADING_REASON = Pattern.compile("(?i:because|since|weil|da)\\s+[^,\\p{N}]*,\\s+");
    private static final Pattern COMMA = Pattern.compile(",\\s+");
    private static final Pattern COLON = Pattern.compile(":\\s");
    private static final Pattern END = Pattern.compile("[.!?]\\s+(?=\\p{Lu}|[\"'`])|;|\\s[—–-]\\s"
            + "|,?\\s+(?i:" + openers("[^,~].*") + ")\\s"
            + "|,\\s+(?i:" + openers(",.*") + ")\\s"
            + "|,?\\s+(?i:" + openers("~[^,]*") + ")\\s+" + PRONOUNS
            + "|,\\s+(?i:" + openers("~,.*") + ")\\s+" + PRONOUNS);
    private static final Set<String> CONTINUATIONS = WordList.set("continuations.txt");
    private static final Set<String> LEADS = WordList.set("leads.txt");

    private Gist() {}

    /** The advice alone, or {@code text} where nothing else was found in it. */
    static String of(String text) {
        // Code spans and asides keep their length, so that what is found in the masked text can be cut from the text.
        String masked = mask(CODE, text, 'x');
        String gist = mask(ASIDE, masked, ' ');
        Matcher leading = LEADING_REASON.matcher(gist);
        int start = leading.lookingAt() && words(gist.substring(leading.end())) >= FEWEST_WORDS ? leading.end() : 0;
        int end = end(gist.substring(start)) + start;
        return start == 0 && end == gist.length() ? text : text.substring(start, end).strip();
    }

    private static int end(String text) {
        int end = text.length();
        Matcher boundary = END.matcher(text);
        while (boundary.find() && end == text.length()) {
            end = words(text.substring(0, boundary.start())) >= FEWEST_WORDS ? boundary.start() : end;
        }
        Matcher colon = COLON.matcher(text).region(0, end);
        if (colon.find() && words(text.substring(0, colon.start())) >= FEWEST_BEFORE_COMMA) {
            end = colon.start();
        }
        return endAtComma(text.substring(0, end));
    }

    private static int endAtComma(String text) {
        boolean lead = LEADS.contains(firstWord(text));
        Matcher comma = COMMA.matcher(text);
        while (comma.find()) {
            String rest = text.substring(comma.end());
            boolean clause = !lead && !CONTINUATIONS.contains(firstWord(rest)) && words(rest) >= FEWEST_WORDS;
            if (clause && words(text.substring(0, comma.start())) >= FEWEST_BEFORE_COMMA) {
                return comma.start();
            }
            lead = false;
        }
        return text.length();
    }

    /** The phrases whose lines have this form, as one alternation. */
    private static String openers(String form) {
        return WordList.lines("reasons.txt").stream()
                .filter(line -> line.matches(form))
                .map(line -> line.replaceAll("[,~]", "").strip().replaceAll("\\s+", "\\\\s+"))
                .collect(Collectors.joining("|"));
    }

    private static String mask(Pattern pattern, String text, char with) {
        return pattern.matcher(text).replaceAll(part -> String.valueOf(with).repeat(part.group().length()));
    }

    private static String firstWord(String text) {
        Matcher word = FIRST_WORD.matcher(text);
        return word.lookingAt() ? word.group().toLowerCase(Locale.ROOT) : "";
    }

    private static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }
}
