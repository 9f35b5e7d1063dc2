package dev.buildlog.emission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.buildlog.model.Artifact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an artifact says, before it has a place among the others.
 *
 * @param project id of the project
 * @param at when it happened; the time in the name
 * @param document the JSON object, whose keys keep their order; {@code metadata} is a map
 */
public record Emission(ArtifactType type, String project, Instant at, Map<String, Object> document) {

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9.-]");
    private static final int LONGEST = 64;
    /** Of the sequence in a name; a longer one has more. */
    private static final int DIGITS = 12;
    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    /**
     * The artifact, named {@code TYPE_PROJECT_<time>_<sequence>.json}: names sort by type, project and time, and no two are the
     * same. The name without its ending stands in the metadata as {@code artifact_id}.
     *
     * @param sequence number of the artifact in its ledger; no other has it
     */
    public Artifact numbered(long sequence) {
        String safe = UNSAFE.matcher(project).replaceAll("-");
        String number = String.valueOf(sequence);
        String id = String.join("_", type.key(), safe.substring(0, Math.min(LONGEST, safe.length())), NAME_TIME.format(at),
                "0".repeat(Math.max(0, DIGITS - number.length())) + number);
        Map<String, Object> whole = new LinkedHashMap<>(document);
        Map<String, Object> metadata = new LinkedHashMap<>();
        ((Map<?, ?>) document.getOrDefault("metadata", Map.of())).forEach((key, value) -> metadata.put((String) key, value));
        metadata.put("artifact_id", id);
        whole.put("metadata", metadata);
        try {
            return new Artifact(id + ".json", type.key(), project, JSON.writeValueAsString(whole));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
