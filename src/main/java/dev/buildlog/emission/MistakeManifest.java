package dev.buildlog.emission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mistake as an artifact. Beside the concept it holds the plain facts under {@code mistake}; the mappers of the emit route
 * draw its edges and rules from those.
 */
public final class MistakeManifest {

    /** Key of the plain facts. */
    static final String FACTS = "mistake";

    private MistakeManifest() {}

    public static Emission emission(MistakeFacts mistake) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("error_class", mistake.errorClass());
        properties.put("description", mistake.description());
        properties.put("timestamp", Frame.time(mistake.at()));
        properties.put("was_repeat", mistake.repeat());
        properties.put("session_id", mistake.session());
        Frame.put(properties, "severity", mistake.severity());
        Frame.put(properties, "context", mistake.context());
        return new Frame(ArtifactType.MISTAKE_MANIFEST, mistake.project(), mistake.at())
                .concept("mistake:" + mistake.id(), properties)
                .meta("mistake_id", mistake.id())
                .meta("session_id", mistake.session())
                .emission(Map.of(FACTS, facts(mistake)));
    }

    private static Map<String, Object> facts(MistakeFacts mistake) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", mistake.id());
        facts.put("error_class", mistake.errorClass());
        put(facts, "concepts", mistake.concepts());
        put(facts, "rules_in_force", mistake.rules());
        Frame.put(facts, "corrected_by_rule", mistake.correctedBy());
        Frame.put(facts, "prior_mistake", mistake.prior());
        Frame.put(facts, "relation", mistake.relation());
        Frame.put(facts, "resolution_action", mistake.resolution());
        return facts;
    }

    private static void put(Map<String, Object> facts, String key, List<String> values) {
        if (!values.isEmpty()) {
            facts.put(key, values);
        }
    }
}
