package dev.buildlog.render;

import dev.buildlog.model.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as an instruction that says how sure we are of it: "Run tests" becomes "Always run tests" or "Prefer to run
 * tests".
 *
 * <p>Only a text that plainly is a positive instruction gets a prefix; every other one keeps its words, so that no
 * meaning is turned round.
 */
public final class Imperative {

    private static final Pattern INSTRUCTION = words("always|never|prefer|avoid|consider|remember|don't|do not");
    private static final Pattern NEGATION = Pattern.compile("\\b(?:not|never|avoid|stop|cannot)\\b|n't\\b");
    private static final Pattern HEDGE =
            Pattern.compile("\\b(?:always|sometimes|usually|often|rarely|occasionally|generally|may|might|maybe)\\b");
    private static final Pattern FORBIDDING = words("(?:(?:you|we) )?(?:shouldn't|should not|must not|mustn't)");
    private static final Pattern ADVISING = words("(?:(?:you|we) )?(?:should|must)|(?:it's|it is) better to");
    private static final Pattern COMPARISON = Pattern.compile(
            "\\b(?:instead of|rather than|better than)\\b"
            + "|\\b(?!all\\b)\\w+ over (?!the\\b|an?\\b|time\\b|and\\b|again\\b)\\w+");

    /** A noun, not a verb, begins a clause in which one of these comes before anything that could open a new clause. */
    private static final Pattern STATEMENT = Pattern.compile(
            "^(?:(?!\\b(?:when|if|because|that|which|who|what|how|so|before"
            + "|after|until|unless|where|since|as|while|whenever|and|but)\\b|[,;:(-]).)*?"
            + "\\b(?:is|are|was|were|be|has|have|had|does|can|could|will|would|should|must|need|needs|belongs?|of)\\b");

    private static final Map<String, String> GERUNDS = Map.ofEntries(
            Map.entry("use", "using"), Map.entry("run", "running"), Map.entry("make", "making"),
            Map.entry("write", "writing"), Map.entry("read", "reading"), Map.entry("put", "putting"),
            Map.entry("get", "getting"), Map.entry("set", "setting"), Map.entry("add", "adding"),
            Map.entry("create", "creating"), Map.entry("delete", "deleting"), Map.entry("call", "calling"),
            Map.entry("pass", "passing"), Map.entry("send", "sending"), Map.entry("store", "storing"),
            Map.entry("cache", "caching"));

    /**
     * Words that begin an instruction; those that as often are nouns or adjectives (test, cache, read, log) are left
     * out.
     */
    private static final Set<String> VERBS = Set.of(
            "use", "run", "make", "write", "put", "get", "add", "create", "delete", "send", "store", "keep",
            "validate", "verify", "ensure", "include", "define", "declare", "choose", "pick", "remove", "move",
            "extract", "inject", "wrap", "split", "merge", "follow", "treat", "start", "begin", "document",
            "describe", "explain", "give", "take", "let", "look", "ask", "tell", "prefix", "pin", "install",
            "configure", "enable", "disable", "escape", "sanitise", "sanitize", "parse", "reject", "accept", "return",
            "raise", "throw", "catch", "handle", "close", "save", "load", "generate", "compute", "measure", "profile",
            "compare", "confirm", "update", "upgrade", "rename", "replace", "reuse", "share", "separate", "isolate",
            "mock", "stub", "assert");

    private Imperative() {}

    /** The instruction for {@code text} at {@code level}, on one line; empty for a blank text. */
    public static String of(String text, Level level) {
        String trimmed = text.strip();
        String plain = trimmed.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (trimmed.isEmpty() || INSTRUCTION.matcher(plain).lookingAt()) {
            return capitalise(trimmed);
        }
        if (level == Level.LOW) {
            return "Consider: " + trimmed;
        }
        // the patterns match ASCII at the start only, where lower case keeps every position
        Matcher forbidding = FORBIDDING.matcher(plain);
        if (forbidding.lookingAt() && forbidding.end() < trimmed.length()) {
            String rest = trimmed.substring(forbidding.end());
            return saysNo(rest) || isHedged(rest) ? capitalise(trimmed) : forbid(rest, level);
        }
        Matcher advising = ADVISING.matcher(plain);
        boolean advised = advising.lookingAt() && advising.end() < trimmed.length();
        String rest = advised ? trimmed.substring(advising.end()) : trimmed;
        if (saysNo(rest) || isHedged(rest)) {
            return capitalise(advised && startsInstruction(rest) ? rest : trimmed);
        }
        return advised || isCommand(rest) ? advise(rest, level) : capitalise(trimmed);
    }

    private static String forbid(String rest, Level level) {
        String gerund = GERUNDS.get(firstWord(rest));
        if (level == Level.HIGH) {
            return "Never " + rest;
        }
        return gerund == null ? "Do not " + rest : "Avoid " + gerund + rest.substring(firstWord(rest).length());
    }

    private static String advise(String rest, Level level) {
        String verb = firstWord(rest);
        String after = rest.substring(verb.length());
        if (!rest.startsWith(verb)) {
            rest = Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
        }
        if (level == Level.HIGH) {
            return "Always " + rest;
        }
        boolean compares = COMPARISON.matcher(rest.toLowerCase(Locale.ROOT)).find();
        return compares && GERUNDS.containsKey(verb) ? "Prefer " + GERUNDS.get(verb) + after : "Prefer to " + rest;
    }

    private static boolean isCommand(String text) {
        String verb = firstWord(text);
        boolean spelled = text.startsWith(verb.substring(1), 1) && VERBS.contains(verb);
        return spelled && !STATEMENT.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean startsInstruction(String text) {
        return INSTRUCTION.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\'')).lookingAt();
    }

    private static boolean saysNo(String text) {
        return NEGATION.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\'')).find();
    }

    private static boolean isHedged(String text) {
        return HEDGE.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** The first word in lower case; an identifier keeps its letters. */
    private static String firstWord(String text) {
        String word = text.split("\\s", 2)[0];
        String rest = word.substring(Math.min(1, word.length()));
        return rest.equals(rest.toLowerCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** Raises the first letter of a plain word; an identifier or a name such as iOS stays as it is. */
    private static String capitalise(String text) {
        String word = text.split("\\s", 2)[0];
        if (!word.matches("[\\p{Ll}'\u2019-]+[,:;]?")) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(first).toUpperCase(Locale.ROOT) + text.substring(Character.charCount(first));
    }

    private static Pattern words(String alternatives) {
        // "should have done" tells of the past
        return Pattern.compile("(?:" + alternatives + ")(?:\\s+(?!have\\b)|$)");
    }
}
