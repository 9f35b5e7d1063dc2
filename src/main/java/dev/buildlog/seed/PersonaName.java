package dev.buildlog.seed;

import dev.buildlog.model.BuildlogException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Name of a persona. It becomes part of file names and of rule ids, so it holds nothing that means something to either.
 *
 * @param value lower-case letters, digits, underscores and hyphens; begins with a letter; at most 64 characters
 */
public record PersonaName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d");

    /** @throws BuildlogException if {@code value} cannot be the name of a persona */
    public PersonaName {
        String given = value;
        complaint(value).ifPresent(complaint -> {
            throw new BuildlogException("'" + shown(given) + "' " + complaint);
        });
    }

    /** Why a text cannot be the name of a persona, as the rest of a sentence that begins with it. */
    static Optional<String> complaint(String value) {
        if (!FORM.matcher(value).matches()) {
            return Optional.of("is no name of a persona: use lower-case letters, digits, '_' and '-', beginning with a letter,"
                    + " at most 64 characters");
        }
        return DEVICE.matcher(value).matches()
                ? Optional.of("is the name of a device on some systems: choose another name for the persona")
                : Optional.empty();
    }

    /** The part before the first underscore, {@code general} where there is none: what its sources are about. */
    public String domain() {
        int underscore = value.indexOf('_');
        return underscore < 0 ? "general" : value.substring(0, underscore);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String shown(String value) {
        String plain = value.replaceAll("\\p{C}", "?");
        return plain.length() > 70 ? plain.substring(0, 70) + "..." : plain;
    }
}
