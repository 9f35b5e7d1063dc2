package dev.buildlog.emission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.buildlog.model.Artifact;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lets mappers draw edges and rules from mistakes; stands behind the Kamelet {@code map-mistakes-action}. */
public final class MistakeMapping {

    private static final String NONE = "none";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SortedSet<String> mappers = new TreeSet<>(Mappers.ALL.keySet());

    /**
     * Names of the mappers that take part, separated by commas; {@code none} for no mapper.
     *
     * @throws BuildlogException (bad configuration) for a name that no mapper has
     */
    public void setMappers(String names) {
        SortedSet<String> chosen = new TreeSet<>();
        List<String> given = Arrays.stream(names.split(",")).map(String::strip).toList();
        for (String name : given.stream().filter(one -> !one.isEmpty() && !one.equals(NONE)).toList()) {
            if (!Mappers.ALL.containsKey(name)) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "there is no mapper '" + name + "'"
                        + Suggestion.hintOrList(name, List.copyOf(Mappers.ALL.keySet()), ""), null);
            }
            chosen.add(name);
        }
        mappers = chosen;
    }

    /** The artifact with what the mappers draw from it; any that is no manifest of a mistake as it came. */
    public Artifact map(Artifact artifact) {
        if (!artifact.type().equals(ArtifactType.MISTAKE_MANIFEST.key()) || mappers.isEmpty()) {
            return artifact;
        }
        try {
            if (!(JSON.readTree(artifact.json()) instanceof ObjectNode document)
                    || !(document.path(MistakeManifest.FACTS) instanceof ObjectNode facts)) {
                return artifact;
            }
            MistakeFacts mistake = mistake(artifact.project(), facts);
            ArrayNode edges = document.withArray("edges");
            ArrayNode rules = document.withArray("rules");
            for (String name : mappers) {
                Mapper.Mapped mapped = Mappers.ALL.get(name).map(mistake);
                mapped.edges().forEach(edge -> edges.add(JSON.<JsonNode>valueToTree(edge.fields())));
                mapped.rules().forEach(rule -> rules.add(JSON.<JsonNode>valueToTree(rule)));
            }
            return new Artifact(artifact.name(), artifact.type(), artifact.project(),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, artifact.name() + " is no JSON: "
                    + e.getOriginalMessage(), e);
        }
    }

    private static MistakeFacts mistake(String project, ObjectNode facts) {
        return new MistakeFacts(project, text(facts, "id"), text(facts, "error_class"), "", false, "", "", "",
                texts(facts, "concepts"), texts(facts, "rules_in_force"), text(facts, "corrected_by_rule"),
                text(facts, "prior_mistake"), text(facts, "relation"), text(facts, "resolution_action"), Instant.EPOCH);
    }

    private static String text(ObjectNode facts, String key) {
        return facts.path(key).asText("");
    }

    private static List<String> texts(ObjectNode facts, String key) {
        List<String> texts = new ArrayList<>();
        facts.path(key).forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
