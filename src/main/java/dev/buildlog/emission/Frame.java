package dev.buildlog.emission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape that most artifacts share: concepts, the edges between them, rules, and where it all comes from. */
final class Frame {

    /** Version of the shapes; grows when a key changes its meaning or goes. */
    static final int SCHEMA_VERSION = 1;

    static final String DOMAIN = "experiential";

    private final ArtifactType type;
    private final String project;
    private final Instant at;
    private final List<Map<String, Object>> concepts = new ArrayList<>();
    private final List<Map<String, Object>> edges = new ArrayList<>();
    private final List<Map<String, Object>> rules = new ArrayList<>();
    private final Map<String, Object> metadata;

    Frame(ArtifactType type, String project, Instant at) {
        this.type = type;
        this.project = project;
        this.at = at;
        this.metadata = metadata(project, at);
    }

    Frame concept(String name, Map<String, Object> properties) {
        Map<String, Object> concept = new LinkedHashMap<>();
        concept.put("name", name);
        concept.put("domain", DOMAIN);
        concept.put("properties", properties);
        concept.put("source_id", source(project));
        concepts.add(concept);
        return this;
    }

    Frame edge(Relation relation) {
        edges.add(relation.fields());
        return this;
    }

    Frame rule(Map<String, Object> rule) {
        rules.add(rule);
        return this;
    }

    Frame meta(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    Emission emission(Map<String, Object> more) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema_version", SCHEMA_VERSION);
        document.put("source_id", source(project));
        document.put("domain", DOMAIN);
        document.put("concepts", concepts);
        document.put("edges", edges);
        document.put("rules", rules);
        document.putAll(more);
        document.put("metadata", metadata);
        return new Emission(type, project, at, document);
    }

    /** The metadata that every artifact begins with. */
    static Map<String, Object> metadata(String project, Instant at) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("source", "buildlog");
        metadata.put("source_version", version());
        metadata.put("emitted_at", time(at));
        metadata.put("project_id", project);
        return metadata;
    }

    /** An instant as ISO 8601 in milliseconds. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Adds what is neither empty nor null. */
    static void put(Map<String, Object> fields, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(key, value);
        }
    }

    private static String source(String project) {
        return "buildlog:" + project;
    }

    private static String version() {
        String version = Frame.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
