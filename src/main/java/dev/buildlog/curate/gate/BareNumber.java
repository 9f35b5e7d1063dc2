package dev.buildlog.curate.gate;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address by number without a scheme that a text sends its reader to: with a port or a path, or behind a word such as "from".
 * Networks of one's own, masks, versions and numbers that serve as examples are none.
 *
 * @param start offset of its first digit
 * @param text the address with port and path
 */
record BareNumber(int start, String text) {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w./:-])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w-]|\\.\\d)(/\\d{1,2}(?![\\w/.]))?"
            + "(:\\d{1,5})?(/[\\w-][^\\s`'\"]{0,200})?");
    private static final Pattern LEADS_THERE = Pattern.compile("(?i)(?:\\b(?:from|at|to|via|through|host|server|proxy|mirror|resolver|nameserver"
            + "|dns|registry|contact|ping|open|visit|ssh|trust|connects?|call)|@)\\W{1,3}(?:\\w{1,20}\\W){0,2}$");
    private static final Pattern EXAMPLE = Pattern.compile("(?i)\\b(?:examples?|samples?|documentation|reserved|fixtures?|mock\\w*|placeholders?"
            + "|rfc|versions?|release[sd]?|upgrad\\w+|bump\\w*|downgrad\\w+|block\\w*|ban\\w*|den(?:y|ies|ied))\\b");
    private static final Set<String> KNOWN = Set.of("8.8.8.8", "8.8.4.4", "1.1.1.1", "9.9.9.9");
    private static final int DOTS = 3;
    private static final int LARGEST = 255;
    private static final int FIRST_OF_GROUPS = 224;

    /** The first one of a text. */
    static Optional<BareNumber> in(String text) {
        if (text.chars().filter(c -> c == '.').count() < DOTS || text.chars().filter(Character::isDigit).count() <= DOTS) {
            return Optional.empty();
        }
        for (Matcher number = NUMBER.matcher(text); number.find(); ) {
            boolean placed = number.group(3) != null || number.group(4) != null;
            boolean led = placed || LEADS_THERE.matcher(text.substring(Math.max(0, number.start() - 60), number.start())).find();
            if (number.group(2) == null && led && isForeign(number.group(1)) && !EXAMPLE.matcher(text).find()
                    && !Warning.covers(text, number.start(), number.end())) {
                return Optional.of(new BareNumber(number.start(), number.group()));
            }
        }
        return Optional.empty();
    }

    /** Whether {@code host} is of a network of one's own (RFC 1918), as documentation of a service names them. */
    static boolean isPrivate(String host) {
        return host.matches("10(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}");
    }

    private static boolean isForeign(String host) {
        int[] parts = Arrays.stream(host.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Arrays.stream(parts).allMatch(part -> part <= LARGEST) && parts[0] != 0 && parts[0] != 127 && parts[0] < FIRST_OF_GROUPS
                && !(parts[0] == 169 && parts[1] == 254) && !isPrivate(host) && !KNOWN.contains(host);
    }
}
