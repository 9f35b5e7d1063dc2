package dev.buildlog.curate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of secret and how to find it.
 *
 * @param name what a remark calls it
 * @param hints in lower case; a text without any of them has no such secret; empty if nothing can be said beforehand
 * @param check what a find must pass
 * @param expression its group {@code secret} is the secret, without it the whole match
 */
record SecretShape(String name, List<String> hints, Check check, Pattern expression) {

    enum Check {
        ANY,
        FILLED,
        RANDOM,
        PASSWORD;

        boolean passes(String value) {
            return switch (this) {
                case ANY -> true;
                case FILLED -> !SecretValue.isPlaceholder(value);
                case RANDOM -> SecretValue.isRandom(value);
                case PASSWORD -> SecretValue.isPassword(value);
            };
        }
    }

    private static final String GROUP = "secret";

    static final List<SecretShape> KNOWN =
            WordList.lines("secrets.txt").stream().map(SecretShape::parse).toList();

    private static SecretShape parse(String line) {
        String[] cells = line.split(" :: ", 4);
        List<String> hints = Arrays.stream(cells[1].split(" ")).map(hint -> hint.toLowerCase(Locale.ROOT)).toList();
        return new SecretShape(
                cells[0], hints, Check.valueOf(cells[2].toUpperCase(Locale.ROOT)), Pattern.compile(cells[3]));
    }

    /** A shape of a team's own. */
    static SecretShape own(Pattern expression) {
        return new SecretShape("own pattern", List.of(), Check.ANY, expression);
    }

    boolean mayBeIn(String lowerCaseText) {
        return hints.isEmpty() || hints.stream().anyMatch(lowerCaseText::contains);
    }

    /** Offset of the secret in the text of {@code match}. */
    int start(Matcher match) {
        return hasGroup() ? match.start(GROUP) : match.start();
    }

    /** Offset behind the secret in the text of {@code match}. */
    int end(Matcher match) {
        return hasGroup() ? match.end(GROUP) : match.end();
    }

    private boolean hasGroup() {
        return expression.pattern().contains("(?<" + GROUP + ">");
    }
}
