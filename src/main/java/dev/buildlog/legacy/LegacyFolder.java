package dev.buildlog.legacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The files that the Python tool kept in a project before it had a database, and what it left of them since: those it had taken
 * over end in {@code .migrated}. Nothing is changed.
 */
public final class LegacyFolder {

    private static final Map<String, LegacyKind> LINES = Map.of(
            "reward_events.jsonl", LegacyKind.REWARD,
            "sessions.jsonl", LegacyKind.SESSION,
            "mistakes.jsonl", LegacyKind.MISTAKE,
            "posterior_snapshots.jsonl", LegacyKind.SNAPSHOT,
            "bandit_state.jsonl", LegacyKind.ARM);

    private static final List<String> DOCUMENTS = List.of("promoted.json", "rejected.json", "review_learnings.json",
            "active_session.json");

    private final Path folder;
    private final String project;
    private final LegacyData data;

    private LegacyFolder(Path folder, String project, LegacyData data) {
        this.folder = folder;
        this.project = project;
        this.data = data;
    }

    /**
     * Whether {@code folder} is one.
     *
     * @param folder the {@code .buildlog} of a journal folder
     */
    public static boolean isOne(Path folder) {
        return DOCUMENTS.stream().anyMatch(name -> has(folder, name))
                || LINES.entrySet().stream().anyMatch(lines -> has(lines.getValue() == LegacyKind.ARM ? folder.resolve("..")
                        : folder, lines.getKey()));
    }

    private static boolean has(Path folder, String name) {
        return Files.isRegularFile(folder.resolve(name)) || Files.isRegularFile(folder.resolve(name + ".migrated"));
    }

    /**
     * Reads {@code folder} into {@code data}.
     *
     * @param folder the {@code .buildlog} of a journal folder; the state of the bandit lies beside it
     * @param project id of the project
     * @throws IOException if a file is there and cannot be read
     */
    public static void read(Path folder, String project, LegacyData data) throws IOException {
        new LegacyFolder(folder, project, data).read();
    }

    private void read() throws IOException {
        for (String name : DOCUMENTS) {
            for (Path file : List.of(folder.resolve(name + ".migrated"), folder.resolve(name))) {
                if (Files.isRegularFile(file)) {
                    document(name, file);
                }
            }
        }
        for (Map.Entry<String, LegacyKind> lines : LINES.entrySet()) {
            Path place = lines.getValue() == LegacyKind.ARM ? folder.toAbsolutePath().getParent() : folder;
            for (String name : List.of(lines.getKey() + ".migrated", lines.getKey())) {
                if (Files.isRegularFile(place.resolve(name))) {
                    lines(place.resolve(name), lines.getValue());
                }
            }
        }
    }

    private void lines(Path file, LegacyKind kind) throws IOException {
        List<String> lines = text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String source = file + ":" + (i + 1);
                try {
                    data.add(project, kind, LegacyData.JSON.readTree(lines.get(i)), source);
                } catch (JsonProcessingException e) {
                    data.reject(source, "it is no JSON: " + e.getOriginalMessage(), lines.get(i));
                }
            }
        }
    }

    private void document(String name, Path file) throws IOException {
        String text = text(file);
        JsonNode document;
        try {
            document = LegacyData.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            data.reject(file + ":" + e.getLocation().getLineNr(), "it is no JSON: " + e.getOriginalMessage(), text);
            return;
        }
        switch (name) {
            case "promoted.json" -> decisions(file, document, "promoted");
            case "rejected.json" -> decisions(file, document, "rejected");
            case "review_learnings.json" -> learnings(file, document);
            default -> data.add(project, LegacyKind.ACTIVE_SESSION, document, file.toString());
        }
    }

    private void decisions(Path file, JsonNode document, String decision) {
        for (JsonNode id : document.path("skill_ids")) {
            ObjectNode fields = LegacyData.JSON.createObjectNode().put("skill_id", id.asText()).put("decision", decision);
            JsonNode at = document.path(decision + "_at").path(id.asText());
            if (at.isTextual()) {
                fields.set("decided_at", at);
            }
            data.add(project, LegacyKind.DECISION, fields, file.toString());
        }
    }

    private void learnings(Path file, JsonNode document) {
        document.path("learnings").properties().forEach(learning -> {
            if (learning.getValue() instanceof ObjectNode fields && !fields.has("id")) {
                fields.put("id", learning.getKey());
            }
            data.add(project, LegacyKind.LEARNING, learning.getValue(), file + ": " + learning.getKey());
        });
        document.path("review_history").forEach(one -> data.add(project, LegacyKind.HISTORY, one, file.toString()));
    }

    /** Bytes that are no UTF-8 become replacement characters, so that the line they stand in is rejected at most. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
