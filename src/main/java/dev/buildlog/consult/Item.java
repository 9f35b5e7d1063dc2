package dev.buildlog.consult;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.curate.Gate;
import dev.buildlog.model.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One item of an answer, read with doubt: what does not fit becomes a default or nothing. */
record Item(JsonNode node) {

    private static final Pattern PLACE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+#/-]{0,29}");

    /** The text of a field without white space around it; empty where it is missing or no text. */
    String text(String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue().strip() : "";
    }

    /** The number of the thing the item speaks of, from 1; 0 where it has none up to {@code most}. */
    int number(int most) {
        JsonNode value = node.path("number");
        int number = value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : 0;
        return number >= 1 && number <= most ? number : 0;
    }

    /** The value of a field if it is among {@code allowed}, whatever its case; else {@code otherwise}. */
    String choice(String field, List<String> allowed, String otherwise) {
        String value = text(field).toLowerCase(Locale.ROOT);
        return allowed.contains(value) ? value : otherwise;
    }

    /** Severity, scope and applicability; {@code info} and {@code global} where they are missing or unknown. */
    Assessment assessment() {
        Set<String> places = new TreeSet<>();
        node.path("applicability").forEach(place -> {
            String word = place.asText().strip().toLowerCase(Locale.ROOT);
            if (places.size() < Assessment.MOST_PLACES && PLACE.matcher(word).matches() && Gate.objectionToPassage(word).isEmpty()) {
                places.add(word);
            }
        });
        return new Assessment(choice("severity", Assessment.SEVERITIES, "info"), choice("scope", Assessment.SCOPES, "global"),
                new ArrayList<>(places));
    }
}
