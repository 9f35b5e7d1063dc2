package dev.buildlog.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as reviewers hand them in: a JSON list, or an object with such a list. */
final class FindingsFile {

    private static final List<String> LISTS = List.of("findings", "issues", "all_issues");
    private static final int MOST_BYTES = 16 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;

    private FindingsFile(String name) {
        this.name = name;
    }

    /**
     * Reads findings.
     *
     * @param file a file, or {@code -} for standard input
     * @throws BuildlogException naming the place of what is no finding
     */
    static List<Finding> read(Workplace here, String file) throws IOException {
        FindingsFile reader = new FindingsFile(file.equals("-") ? "standard input" : file);
        return reader.findings(file.equals("-") ? here.in().readNBytes(MOST_BYTES) : bytes(here.directory().resolve(file), file));
    }

    private static byte[] bytes(Path path, String shown) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
            throw new BuildlogException(shown + " is no file of at most " + MOST_BYTES + " bytes: name one, or - for standard"
                    + " input");
        }
        return Files.readAllBytes(path);
    }

    private List<Finding> findings(byte[] content) throws IOException {
        JsonNode top = parsed(content);
        JsonNode list = top;
        if (top.isObject()) {
            list = LISTS.stream().map(top::path).filter(JsonNode::isArray).findFirst().orElse(top);
        }
        if (!list.isArray()) {
            throw new BuildlogException(name + " holds neither a list of findings nor an object with the list 'findings'");
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode node : list) {
            findings.add(finding(node, findings.size() + 1));
        }
        return findings;
    }

    private JsonNode parsed(byte[] content) throws IOException {
        try {
            JsonNode top = JSON.readTree(new String(content, StandardCharsets.UTF_8));
            return top == null ? JSON.missingNode() : top;
        } catch (JsonProcessingException e) {
            throw new BuildlogException(name + ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr()
                    + ": is not JSON: " + e.getOriginalMessage());
        }
    }

    private Finding finding(JsonNode node, int number) {
        String description = text(node, "description", number);
        if (description.isBlank()) {
            throw wrong(number, "has no 'description' of what is wrong");
        }
        List<String> cited = new ArrayList<>();
        JsonNode rules = node.path("rules_consulted");
        if (!rules.isMissingNode() && !rules.isNull() && !rules.isArray()) {
            throw wrong(number, "has 'rules_consulted', which must be a list of ids");
        }
        rules.forEach(rule -> cited.add(text("rules_consulted", number, rule)));
        Map<String, String> reasons = new LinkedHashMap<>();
        JsonNode reasoning = node.path("rule_reasoning");
        if (!reasoning.isMissingNode() && !reasoning.isNull() && !reasoning.isObject()) {
            throw wrong(number, "has 'rule_reasoning', which must be an object from ids to reasons");
        }
        reasoning.fields().forEachRemaining(one -> reasons.put(one.getKey(), text("rule_reasoning", number, one.getValue())));
        return new Finding(text(node, "severity", number), text(node, "category", number), description,
                text(node, "location", number), text(node, "rule_learned", number), cited, reasons);
    }

    private String text(JsonNode node, String field, int number) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : text(field, number, value);
    }

    private String text(String field, int number, JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(number, "has '" + field + "', which must be text");
        }
        return value.textValue();
    }

    private BuildlogException wrong(int number, String what) {
        return new BuildlogException(name + ": finding " + number + " " + what);
    }
}
