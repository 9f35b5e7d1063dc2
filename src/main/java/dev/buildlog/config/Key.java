package dev.buildlog.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting that exists.
 *
 * @param name dotted name, as {@code publish.auto}
 * @param type what values it takes
 * @param defaultValue the value where nobody has set it
 * @param scope {@link Scope#PROJECT} where a project may set it too, {@link Scope#HOME} where only the home may
 * @param description one or two sentences for a person, with the unit
 * @param choices the words a choice takes, otherwise empty
 * @param least lowest value of a number
 * @param most highest value of a number
 */
public record Key(
        String name,
        Type type,
        String defaultValue,
        Scope scope,
        String description,
        List<String> choices,
        long least,
        long most) {

    public Key {
        choices = List.copyOf(choices);
    }

    static Key choice(String name, List<String> choices, String defaultValue, String description) {
        return new Key(name, Type.CHOICE, defaultValue, Scope.PROJECT, description, choices, 0, 0);
    }

    static Key number(String name, long least, long most, long defaultValue, String description) {
        String standard = Long.toString(defaultValue);
        return new Key(name, Type.NUMBER, standard, Scope.PROJECT, description, List.of(), least, most);
    }

    static Key of(String name, Type type, String defaultValue, String description) {
        return new Key(name, type, defaultValue, Scope.PROJECT, description, List.of(), 0, 0);
    }

    Key homeOnly() {
        return new Key(name, type, defaultValue, Scope.HOME, description, choices, least, most);
    }

    /** The environment variable that sets it: {@code BUILDLOG_PUBLISH_AUTO} for {@code publish.auto}. */
    public String variable() {
        return "BUILDLOG_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The part of the name before the dot; empty where there is none. */
    String section() {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    /**
     * What is wrong with {@code value}, as a sentence that begins with the key; null if nothing is.
     *
     * <p>Values end up as properties of the routes, so nothing that Camel or a shell would expand is let in.
     */
    @Nullable String complaint(String value) {
        if (value.isEmpty()) {
            return name + " has no value. Give it one, or take the line out.";
        }
        if (value.contains("{{") || value.contains("${") || value.codePoints().anyMatch(Key::invisible)) {
            return name + " is " + Type.quoted(value)
                    + ". Placeholders and control characters are not allowed in values.";
        }
        String wrong = type.complaint(this, value);
        return wrong == null ? null : name + " " + wrong;
    }

    String homeOnlyComplaint() {
        return name + " cannot be set by a project, only by who runs buildlog. Move it to config.yaml in the home.";
    }

    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
