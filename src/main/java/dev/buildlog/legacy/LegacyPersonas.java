package dev.buildlog.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.SeedRule.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of personas that the Python tool kept in its database, as seed files: under the ids they had there. */
public final class LegacyPersonas {

    /** Persona under which the tool filed rules out of a journal that had been promoted. */
    public static final String LEARNED = "learned";

    private LegacyPersonas() {}

    /** A seed file for each persona among {@code records}, but for {@link #LEARNED}. */
    public static List<SeedFile> files(Collection<LegacyRecord> records) {
        Map<String, Map<String, SeedRule>> personas = new TreeMap<>();
        records.stream().filter(record -> record.kind() == LegacyKind.GAUNTLET_RULE && !isLearned(record))
                .forEach(record -> personas.computeIfAbsent(record.text("persona"), persona -> new TreeMap<>())
                        .putIfAbsent(record.id(), rule(record)));
        return personas.entrySet().stream().map(persona -> new SeedFile(persona.getKey(), 1,
                List.copyOf(persona.getValue().values()))).toList();
    }

    /** Whether a rule is one of a journal and not of a persona. */
    public static boolean isLearned(LegacyRecord record) {
        return record.text("persona").equals(LEARNED);
    }

    private static SeedRule rule(LegacyRecord record) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("id", record.id());
        for (String name : List.of("domain", "derivation", "graph_version")) {
            String value = record.fields().path("provenance").path(name).asText("");
            if (!value.isEmpty()) {
                provenance.put(name, value);
            }
        }
        JsonNode confidence = record.fields().path("provenance").path("confidence");
        if (confidence.isNumber() && confidence.asDouble() >= 0 && confidence.asDouble() <= 1) {
            provenance.put("confidence", confidence.asDouble());
        }
        if (record.fields().path("active").asInt(1) == 0) {
            provenance.put("active", false);
        }
        return new SeedRule(record.text("rule"), record.text("category"), record.text("context"), record.text("antipattern"),
                record.text("rationale"), record.texts("tags"), references(record.fields().path("refs")), provenance);
    }

    /** Addresses with titles, or bare ones. */
    private static List<Reference> references(JsonNode refs) {
        List<Reference> references = new ArrayList<>();
        refs.forEach(ref -> {
            String url = ref.isTextual() ? ref.asText() : ref.path("url").asText("");
            if (!url.isBlank()) {
                references.add(new Reference(url, ref.path("title").asText(url)));
            }
        });
        return references;
    }
}
