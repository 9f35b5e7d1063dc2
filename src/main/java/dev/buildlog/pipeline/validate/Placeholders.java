package dev.buildlog.pipeline.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Property placeholders: {@code {{key}}}, {@code {{key:default}}}, {@code {{?key}}}. */
final class Placeholders {

    private static final Pattern START = Pattern.compile("(?<!\\\\)\\{\\{\\s*([?!]?)([^{}:]+?)\\s*(:|}})");
    private static final Pattern INNERMOST = Pattern.compile("(?<!\\\\)\\{\\{\\s*([?!]?)([^{}:]+?)\\s*(:([^{}]*))?}}");

    private Placeholders() {}

    /** @param optional whether the text can do without the key: there is a default, or a question mark */
    record Use(String key, boolean optional) {}

    /** Every key that {@code text} names, in order, nested ones included. */
    static List<Use> in(String text) {
        List<Use> uses = new ArrayList<>();
        Matcher matcher = START.matcher(text);
        while (matcher.find()) {
            uses.add(new Use(matcher.group(2), !matcher.group(1).isEmpty() || matcher.group(3).equals(":")));
        }
        return uses;
    }

    /** The text with what {@code values} or defaults say; other placeholders stay as they are. */
    static String fill(String text, Map<String, String> values) {
        String filled = text;
        // each round opens one level of nesting; values that name each other must not go round for ever
        for (int round = 0; round < 5 && filled.contains("{{"); round++) {
            filled = INNERMOST.matcher(filled).replaceAll(m -> {
                String value = values.get(m.group(2));
                String fallback = value != null ? value : m.group(4);
                return Matcher.quoteReplacement(fallback == null ? m.group() : fallback);
            });
        }
        return filled;
    }
}
