package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.mcp.CommandRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The tools of the MCP server on the real commands. */
class McpToolsTest {

    /** Later by a second whenever it is read. */
    private static final Clock CLOCK = new Clock() {

        private Instant now = Instant.parse("2026-03-04T12:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @TempDir
    Path folder;

    private Path repository;
    private Workplace here;

    @BeforeEach
    void repository() throws Exception {
        repository = Files.createDirectories(folder.resolve("shop"));
        org.eclipse.jgit.api.Git.init().setDirectory(repository.toFile()).call().close();
        Map<String, String> environment = Map.of("BUILDLOG_HOME", folder.resolve("home").toString(), "HOME", folder.toString(),
                "BUILDLOG_EMBEDDINGS_BACKEND", "token", "PATH", System.getenv("PATH"));
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        here = new Workplace(repository, folder.resolve("home"), Path.of("").toAbsolutePath(), environment, Map.of(),
                InputStream.nullInputStream(), nowhere, nowhere, CLOCK, Verbosity.NORMAL);
    }

    @TestFactory
    List<DynamicTest> everyArgumentReachesAnOptionOfTheCommand() throws IOException {
        List<List<String>> lines = new ArrayList<>();
        AgentTools tools = new AgentTools((arguments, in) -> {
            lines.add(arguments);
            return new CommandRunner.Outcome(0, "{}", "");
        });
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode tool : tools.list()) {
            String name = tool.path("name").asText().substring("buildlog_".length());
            tests.add(DynamicTest.dynamicTest(name, () -> {
                assertThat(Commands.knows(command(tools, lines, name))).as(name).isTrue();
                for (boolean all : List.of(true, false)) {
                    lines.clear();
                    tools.call(name, arguments(tool.path("inputSchema"), all));
                    assertThat(lines).as(name).hasSize(1);
                    assertThatCode(() -> parse(lines.get(0))).as("%s", lines.get(0)).doesNotThrowAnyException();
                }
            }));
        }
        assertThat(tests).hasSize(37);
        return tests;
    }

    private static String command(AgentTools tools, List<List<String>> lines, String name) throws IOException {
        tools.call(name, arguments(tools.list().stream().filter(tool -> tool.path("name").asText().equals("buildlog_" + name))
                .findFirst().orElseThrow().path("inputSchema"), false));
        return lines.get(lines.size() - 1).stream().filter(word -> !word.startsWith("-")).findFirst().orElseThrow();
    }

    private void parse(List<String> arguments) {
        String[] words = arguments.toArray(String[]::new);
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        CommandLine line = Commands.line(new Surroundings(repository, here.install(), Map.of(), InputStream.nullInputStream(),
                nowhere, nowhere, CLOCK), words);
        line.registerConverter(LocalDate.class, new Day()).setCaseInsensitiveEnumValuesAllowed(true)
                .setAllowOptionsAsOptionParameters(true);
        line.parseArgs(Commands.own(words));
    }

    private static Map<String, Object> arguments(JsonNode schema, boolean all) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Map<String, Object> arguments = new LinkedHashMap<>();
        schema.path("properties").fields().forEachRemaining(property -> {
            String name = property.getKey();
            if (name.equals("issues") || name.equals("source_text")
                    || (all || required.contains(name)) && !name.endsWith("_file")) {
                arguments.put(name, value(name, property.getValue()));
            }
        });
        return arguments;
    }

    private static Object value(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.at("/enum/0").asText();
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> 3;
            case "number" -> 0.5;
            case "boolean" -> true;
            case "array" -> schema.at("/items/type").asText().equals("string") ? List.of("--one", "two") : List.of(Map.of(
                    "fingerprint", "abc"));
            case "object" -> Map.of("id", "--one", "type", "caused_by");
            default -> name.equals("buildlog_dir") ? "buildlog"
                    : schema.path("description").asText().contains("T00:00:00Z") ? "2026-01-01T00:00:00Z"
                    : schema.path("description").asText().matches("(?s).*\\b(day|Day)\\b.*") ? "2026-12-31" : "--help";
        };
    }

    @Test
    void readingToolsAnswerAsTheirSchemasSayWithAndWithoutAJournal() throws IOException {
        AgentTools tools = new AgentTools(new InProcess(here));
        List<String> without = answering(tools, null);
        journal(tools);

        assertThat(without).contains("status", "diff", "distill", "skills", "stats", "gauntlet_rules", "verify");
        assertThat(answering(tools, "")).contains("status", "diff", "experiment_metrics", "experiment_report", "bandit_status",
                "posterior_history", "gauntlet_rules", "entry_list", "distill", "skills", "stats", "gauntlet_list_personas",
                "verify");
        assertThat(tools.done("status", Map.of()).at("/total_skills").asInt()).isEqualTo(2);
        assertThat(tools.done("skills", Map.of("min_frequency", 2)).at("/total_skills").asInt()).isZero();
        assertThat(tools.done("entry_list", Map.of()).at("/entries")).hasSize(2);
        assertThat(tools.done("distill", Map.of("since", "2026-03-02")).at("/entry_count").asInt()).isEqualTo(1);
        assertThat(tools.done("gauntlet_rules", Map.of("persona", "bragi", "compact", false)).at("/personas/bragi/rules/0"))
                .anyMatch(field -> field.asText().length() > 20);
    }

    /** The tools that read and answer; a tool that does not must say what to do. */
    private List<String> answering(AgentTools tools, String none) throws IOException {
        List<String> answering = new ArrayList<>();
        for (JsonNode tool : tools.list()) {
            String name = tool.path("name").asText().substring("buildlog_".length());
            if (!tool.at("/annotations/readOnlyHint").asBoolean() || !tool.at("/inputSchema/required").isEmpty()) {
                continue;
            }
            JsonNode result = tools.call(name, Map.of());
            if (!result.path("isError").asBoolean()) {
                answering.add(name);
                assertThat(result.path("structuredContent").isObject()).as(name).isTrue();
            } else if (none == null) {
                assertThat(result.at("/content/0/text").asText()).as(name).contains("buildlog init")
                        .doesNotContain("Exception");
            }
        }
        return answering;
    }

    private void journal(AgentTools tools) throws IOException {
        assertThat(tools.done("init", Map.of()).at("/done")).isNotEmpty();
        assertThat(tools.done("init", Map.of()).at("/done")).isEmpty();
        assertThat(tools.done("entry_new", Map.of("slug", "first day", "quick", true)).at("/entry_path").asText())
                .isEqualTo("buildlog/2026-03-04-first-day.md");
        Files.writeString(repository.resolve("buildlog/2026-03-01-parser.md"), """
                # Parser

                ## Improvements

                ### Workflow

                - Pin the grammar before upgrading the parser
                - Never retry a payment without its key
                """);
    }

    @Test
    void aReviewFromItsRulesToItsReward() throws IOException {
        AgentTools tools = new AgentTools(new InProcess(here));
        journal(tools);
        JsonNode loop = tools.done("gauntlet_loop", Map.of("target", "buildlog", "personas", List.of("bragi"), "select_k", 3));
        String rule = loop.at("/valid_rule_ids/0").asText();
        assertThat(loop.path("rules")).hasSize(3).allMatch(one -> !one.has("rationale"));
        assertThat(loop.has("prompt")).isFalse();

        JsonNode told = tools.done("gauntlet_issues", Map.of("issues", List.of(Map.of("severity", "major", "category", "style",
                "description", "Two dashes in one sentence", "location", "README.md:3", "rule_learned",
                "Keep one dash to a paragraph", "rules_consulted", List.of(rule, "bragi:invented")))));

        assertThat(told.path("run")).isEqualTo(loop.path("run"));
        assertThat(told.path("action").asText()).isEqualTo("checkpoint_majors");
        assertThat(told.at("/credited/0").asText()).isEqualTo(rule);
        assertThat(told.at("/hallucinated/0").asText()).isEqualTo("bragi:invented");
        JsonNode risk = tools.done("gauntlet_accept_risk", Map.of("who", "Ann", "why", "a quotation", "until", "2026-12-31",
                "remaining_issues", List.of(Map.of("fingerprint", told.at("/findings/0/fingerprint").asText()))));
        assertThat(risk.path("findings")).hasSize(1);
        JsonNode reward = tools.done("log_reward", Map.of("outcome", "revision", "revision_distance", 0.25));
        assertThat(reward.path("value").asDouble()).isEqualTo(0.75);
        assertThat(reward.at("/rules/0").asText()).isEqualTo(rule);
        assertThat(tools.done("bandit_status", Map.of()).at("/posteriors/0").toString()).contains(rule);
        assertThat(tools.done("posterior_history", Map.of("rule_ids", List.of(rule))).path("snapshots")).hasSize(1);
        assertThat(tools.done("learn_from_review", Map.of("issues", List.of(Map.of("severity", "minor", "category", "x",
                "description", "a token", "rule_learned", "Never log the token of a person")))).path("learned")).hasSize(1);
    }

    @Test
    void sessionsMistakesAndDecisions() throws IOException {
        AgentTools tools = new AgentTools(new InProcess(here));
        journal(tools);
        String session = tools.done("experiment_start", Map.of("error_class", "parsing")).path("session_id").asText();
        JsonNode first = tools.done("log_mistake", Map.of("error_class", "parsing", "description", "--help was taken for a file",
                "severity", "high", "related_concepts", List.of("--options", "a,b")));
        tools.done("log_mistake", Map.of("error_class", "style", "description", "a dash in every sentence"));

        assertThat(first.path("session_id").asText()).isEqualTo(session);
        assertThat(first.path("was_repeat").asBoolean()).isFalse();
        assertThat(tools.done("experiment_metrics", Map.of("session_id", session)).path("total_mistakes").asInt()).isEqualTo(2);
        assertThat(tools.done("experiment_end", Map.of()).path("mistakes_logged").asInt()).isEqualTo(2);
        Map<String, Object> same = Map.of("error_class", "parsing", "description", "--help was taken for a file", "mistake_id",
                "mis-again", "relation_to_prior", Map.of("id", first.path("mistake_id").asText(), "type", "same_pattern"));
        JsonNode again = tools.done("log_mistake", same);
        assertThat(tools.done("log_mistake", same).path("mistake_id")).isEqualTo(again.path("mistake_id"));
        assertThat(tools.done("experiment_metrics", Map.of()).path("total_mistakes").asInt()).as("told twice").isEqualTo(3);
        assertThat(again.path("was_repeat").asBoolean()).isTrue();
        assertThat(again.path("similar_prior")).isEqualTo(first.path("mistake_id"));
        String rule = tools.done("skills", Map.of()).at("/skills/workflow/0/id").asText();
        assertThat(tools.done("promote", Map.of("skill_ids", List.of(rule))).at("/rules/0/state").asText()).isEqualTo("promoted");
        assertThat(tools.done("reject", Map.of("skill_ids", List.of(rule), "why", "--no")).at("/rules/0/state").asText())
                .isEqualTo("rejected");
        assertThat(tools.done("update", Map.of()).path("done").isArray()).isTrue();
    }

    @Test
    void whatIsWrongIsSaidAndTheNextCallIsAnswered() throws IOException {
        AgentTools tools = new AgentTools(new InProcess(here));
        journal(tools);

        assertThat(tools.refusal("promote", Map.of("skill_ids", List.of("--pin")))).contains("--pin");
        assertThat(tools.refusal("entry_new", Map.of("slug", "x", "entry_date", "yesterday"))).contains("yesterday");
        assertThat(tools.refusal("status", Map.of("buildlog_dir", "../../nowhere/buildlog"))).contains("nowhere");
        assertThat(tools.refusal("status", Map.of("buildlog_dir", "a\u0000b"))).isNotBlank();
        assertThat(tools.refusal("status", Map.of("nonsense", 1))).contains("nonsense");
        assertThat(tools.refusal("status", Map.of("min_confidence", List.of(1)))).contains("min_confidence");
        assertThat(tools.refusal("log_mistake", Map.of("error_class", "x"))).contains("description");
        assertThat(tools.refusal("gauntlet_issues", Map.of())).contains("issues or issues_file");
        assertThat(tools.refusal("gauntlet_issues", Map.of("issues", List.of(), "issues_file", "x.json"))).contains("not both");
        assertThat(tools.refusal("gauntlet_issues", Map.of("issues_file", "../../../etc/shadow"))).contains("shadow");
        assertThat(tools.refusal("gauntlet_accept_risk", Map.of("who", "Ann", "why", "-", "until", "2026-12-31",
                "remaining_issues", List.of(Map.of("description", "x"))))).contains("fingerprint");
        assertThat(tools.refusal("gauntlet_loop", Map.of("target", "--output=/etc/passwd"))).contains("--output");
        assertThat(tools.refusal("log_reward", Map.of("outcome", "splendid"))).contains("outcome");
        assertThat(tools.ask("tools/call", Map.of("name", "buildlog_nonsense", "arguments", Map.of()))
                .at("/error/message").asText()).contains("Unknown tool");
        assertThat(tools.raw("{ this is no message").status()).isEqualTo(400);
        assertThat(tools.done("status", Map.of()).path("total_entries").asInt()).isEqualTo(2);
    }

    @Test
    void slugsStayInsideTheJournal() throws IOException {
        AgentTools tools = new AgentTools(new InProcess(here));
        journal(tools);
        List<String> slugs = List.of("../../outside", "a\nb\n# c", "--quick", "x".repeat(300), "/etc/passwd", "\"'`$(id)");
        for (String slug : slugs) {
            JsonNode result = tools.call("entry_new", Map.of("slug", slug));
            if (!result.path("isError").asBoolean()) {
                String path = result.at("/structuredContent/entry_path").asText();
                assertThat(path).matches("buildlog/2026-03-04-[^/\n]+\\.md");
                assertThat(repository.resolve(path)).exists();
            } else {
                assertThat(result.at("/content/0/text").asText()).isNotBlank().doesNotContain("Exception");
            }
        }
        assertThat(folder.resolve("outside.md")).doesNotExist();
    }

    @Test
    void resourcesAndPromptsAreTheProjects() throws IOException {
        AgentTools tools = new AgentTools(new InProcess(here));
        journal(tools);
        JsonNode rules = tools.ask("resources/read", Map.of("uri", "buildlog://rules"));
        assertThat(rules.at("/result/contents/0/text").asText()).contains("Pin the grammar");
        assertThat(tools.ask("resources/list", Map.of()).at("/result/resources")).hasSize(4).allSatisfy(resource ->
                assertThat(tools.ask("resources/read", Map.of("uri", resource.path("uri").asText())).at("/result/contents/0/text")
                        .asText()).matches("(?s)[\\[{].*"));
        assertThat(tools.ask("prompts/get", Map.of("name", "gauntlet-review", "arguments", Map.of("target", "buildlog")))
                .at("/result/messages/0/content/text").asText()).contains("bragi:");
        assertThat(tools.ask("prompts/get", Map.of("name", "session-wrap-up")).at("/result/messages/0/content/text").asText())
                .contains("buildlog_entry_new");
    }
}
