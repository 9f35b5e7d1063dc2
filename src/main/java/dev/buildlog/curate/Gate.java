package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Standing;
import dev.buildlog.model.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Keeps rules from the agents whose text could hide something from a reader, break out of the block it is shown in, give orders to
 * a reading model or have it run a harmful command. What it stops is not lost: it waits among the rules for a person.
 */
public class Gate {

    private static final Pattern MARKER = Pattern.compile("(?i)<!--|--!?>|<\\s*!\\s*--");
    private static final char EMOJI_STYLE = 0xFE0F;
    private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2065\u2800\u3164\uFFA0";

    /** Texts whose verdict is remembered: the same rules come by at each publication. */
    private static final int REMEMBERED = 50_000;

    private final Map<String, Optional<String>> verdicts = new ConcurrentHashMap<>();
    private List<Pattern> forbidden = List.of();

    /**
     * What a team forbids besides: regular expressions, one a line; a rule in which one finds something is kept back.
     *
     * @throws BuildlogException BAD_CONFIGURATION if one is no regular expression
     */
    public void setForbidden(String forbidden) {
        this.forbidden = forbidden.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Gate::pattern).toList();
    }

    /**
     * The candidates without the rules that must not go out; those are among the stopped, each with its reason,
     * unless a person has taken them out of the running anyway.
     */
    public Candidates check(Candidates candidates) {
        if (verdicts.size() > REMEMBERED) {
            verdicts.clear();
        }
        List<Candidate> passed = new ArrayList<>();
        List<Stopped> stopped = new ArrayList<>(candidates.stopped());
        for (Candidate candidate : candidates.rules()) {
            String text = candidate.rule().text();
            Optional<String> reason = candidate.terms().released()
                    ? unreleasable(text)
                    : verdicts.computeIfAbsent(text, Gate::objection).or(() -> forbidden(text));
            if (reason.isEmpty()) {
                passed.add(candidate);
            } else if (candidate.standing() == Standing.OPEN || candidate.standing().isLetOut()) {
                stopped.add(new Stopped(candidate.rule(), reason.get()));
            }
        }
        return new Candidates(candidates.request(), candidates.at(), passed, stopped);
    }

    /** What speaks against showing {@code text} to an agent; names the character, never prints it. */
    public static Optional<String> objection(String text) {
        Optional<String> unreleasable = unreleasable(text);
        if (unreleasable.isPresent()) {
            return unreleasable;
        }
        if (Disguise.hasLookAlikes(text)) {
            return Optional.of("mixes letters of two alphabets that look alike in one word");
        }
        if (Disguise.isSpelledOut(text)) {
            return Optional.of("spells a word out letter by letter, as if to hide it");
        }
        return Attack.in(text).map(attack -> "holds " + attack);
    }

    /** What of it no person can let pass, since it does not show or would break out of the block. */
    public static Optional<String> unreleasable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean printableAscii = c >= ' ' && c <= '~';
            String what = printableAscii || isEmojiStyle(text, i) ? "" : objection(c);
            if (!what.isEmpty()) {
                return Optional.of(String.format(Locale.ROOT, "has %s: U+%04X (%s)", what, c, name(c)));
            }
        }
        Matcher marker = MARKER.matcher(text);
        return text.contains("--") && marker.find()
                ? Optional.of("has '" + marker.group() + "', which could end or fake the block that buildlog manages")
                : Optional.empty();
    }

    private Optional<String> forbidden(String text) {
        return forbidden.stream().filter(pattern -> pattern.matcher(text).find()).findFirst()
                .map(pattern -> "matches the forbidden pattern " + pattern);
    }

    private static Pattern pattern(String line) {
        try {
            return Pattern.compile(line);
        } catch (PatternSyntaxException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "gate-action: 'forbidden' is no regular"
                    + " expression: " + e.getDescription() + " at position " + e.getIndex() + " of " + line, e);
        }
    }

    private static String objection(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> isLineBreak(c) ? "a line break" : "a control character";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "a line break";
            case Character.FORMAT -> "an invisible character";
            case Character.SURROGATE -> "half a character";
            case Character.PRIVATE_USE -> "a character without a meaning";
            default -> isBlank(c) ? "an invisible character" : "";
        };
    }

    /** The selector that asks for a coloured picture, right behind a symbol; in other places it could carry data. */
    private static boolean isEmojiStyle(String text, int i) {
        return text.charAt(i) == EMOJI_STYLE && i > 0 && Character.getType(text.codePointBefore(i)) == Character.OTHER_SYMBOL;
    }

    private static boolean isLineBreak(int c) {
        return c >= '\n' && c <= '\r' || c == 0x85;
    }

    /** Not of the format category, yet shown as nothing: fillers, selectors, joiners, and what Unicode reserves for such. */
    private static boolean isBlank(int c) {
        return BLANKS.indexOf(c) >= 0 || c >= 0x180B && c <= 0x180F || c >= 0xFE00 && c <= EMOJI_STYLE
                || c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xE0000 && c <= 0xE0FFF;
    }

    private static String name(int c) {
        String name = Character.getName(c);
        return name == null ? "unnamed" : name.toLowerCase(Locale.ROOT);
    }
}
