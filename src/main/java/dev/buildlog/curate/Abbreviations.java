package dev.buildlog.curate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Developers' abbreviations and what they are short for. */
final class Abbreviations {

    /** Abbreviations of one thing as they are usually written and its full forms, the usual one of each first. */
    record Abbreviation(List<String> texts, List<String> forms) {}

    static final List<Abbreviation> ALL = WordList.lines("abbreviations.txt").stream()
            .map(line -> line.split("\\s*=\\s*"))
            .map(parts -> new Abbreviation(List.of(parts[0].split(",\\s*")), List.of(parts[1].split("\\s*\\|\\s*"))))
            .toList();

    private static final Map<String, String> FORMS = forms();

    /** Code spans, which are never read, and words; what is joined by a hyphen, dot or underscore is one word. */
    private static final Pattern WORD = Pattern.compile("`[^`]*`|[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*[\\p{L}\\p{N}]|\\bw/o?(?!\\S)");

    private Abbreviations() {}

    /** The text with abbreviations spelt out, for readers that do not know them. */
    static String spelt(String text) {
        return WORD.matcher(text).replaceAll(word -> FORMS.getOrDefault(word.group(), FORMS.getOrDefault(
                word.group().toLowerCase(Locale.ROOT), Matcher.quoteReplacement(word.group()))));
    }

    /** Full form by each way of writing: capitals as they stand, with and without a plural, small letters for the rest. */
    private static Map<String, String> forms() {
        Map<String, String> forms = new HashMap<>();
        for (Abbreviation abbreviation : ALL) {
            String form = abbreviation.forms().get(0);
            for (String text : abbreviation.texts()) {
                forms.put(text, form);
                if (text.chars().anyMatch(Character::isUpperCase)) {
                    forms.put(text + "s", form + (form.endsWith("s") ? "" : "s"));
                }
            }
        }
        return Map.copyOf(forms);
    }

    /** Each abbreviation once more as what one word stands for it in comparisons: the full form if that is one word. */
    static Stream<Map.Entry<String, String>> words() {
        return ALL.stream().flatMap(abbreviation -> {
            String word = abbreviation.forms().get(0).contains(" ")
                    ? abbreviation.texts().get(0).toLowerCase(Locale.ROOT)
                    : abbreviation.forms().get(0);
            return Stream.concat(abbreviation.texts().stream(), abbreviation.forms().stream())
                    .map(form -> Map.entry(form.toLowerCase(Locale.ROOT), word));
        });
    }
}
