package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that no one here wrote, the official one for TypeScript, lists and calls every tool. Needs Node and its registry. */
class McpClientIT {

    private static final String SDK = "@modelcontextprotocol/sdk@1.32.2";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A persona as another producer drops it. */
    private static final String SEED = """
            persona: closer
            version: 1
            rules:
              - rule: Close every stream in a finally block
                category: reliability
                context: Code that reads files
                antipattern: Closing it at the end of the try block
                rationale: An exception would leave it open
            """;

    /** Where the client is installed, once for all tests. */
    @TempDir
    static Path shared;

    private static Path client;

    @TempDir
    Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeAll
    static void install() throws IOException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "npm"))),
                "needs Node with npm on the PATH");
        client = Files.createDirectories(shared.resolve("client"));
        Files.writeString(client.resolve("package.json"), "{\"private\": true, \"type\": \"module\"}\n");
        Files.copy(Path.of("src/test/resources/mcp/client.mjs"), client.resolve("client.mjs"));
        try (Machine npm = Machine.in(shared).with("npm_config_cache", shared.resolve("npm-cache").toString())
                .with("npm_config_update_notifier", "false").with("npm_config_fetch_retries", "1")) {
            Run installed = Machine.finish(npm.begin(client, List.of("npm", "install", "--no-audit", "--no-fund", SDK)));
            assumeTrue(installed.code() == 0, () -> "needs a registry of npm that has " + SDK + ": " + installed.err());
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        machine = Machine.in(folder).with("GIT_AUTHOR_NAME", "Ann").with("GIT_AUTHOR_EMAIL", "ann@example.org")
                .with("GIT_COMMITTER_NAME", "Ann").with("GIT_COMMITTER_EMAIL", "ann@example.org");
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text("Pin the grammar before upgrading the parser"));
        Files.writeString(repository.root().resolve("closer.yaml"), SEED);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void onStreams() throws IOException {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("program", List.of(Machine.DISTRIBUTION.resolve("bin/buildlog").toString(), "mcp"));
        plan.put("directory", repository.root().toString());
        check(plan);
    }

    @Test
    void overHttp() throws IOException {
        ServiceProcess service = machine.serve(repository.root());
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("url", service.url() + "/mcp/shop");
        plan.put("bearer", Files.readString(machine.home().resolve("secret")).strip());
        check(plan);
    }

    private void check(Map<String, Object> plan) throws IOException {
        String rule = machine.run(repository.root(), "skills", "--format", "json").json().at("/skills/workflow/0/id").asText();
        plan.put("calls", calls(rule).entrySet().stream().map(call -> List.of("buildlog_" + call.getKey(), call.getValue()))
                .toList());
        Path told = Files.writeString(client.resolve("plan.json"), JSON.writeValueAsString(plan));

        Run run = Machine.finish(machine.begin(client, List.of("node", "client.mjs", told.toString())));

        assertThat(run.code()).as(run.toString()).isZero();
        JsonNode report = run.json();
        List<String> tools = new ArrayList<>();
        report.path("tools").forEach(tool -> tools.add(tool.path("name").asText()));
        assertThat(calls(rule).keySet().stream().map(name -> "buildlog_" + name)).as("every tool is called")
                .containsExactlyInAnyOrderElementsOf(tools);
        report.path("results").fields().forEachRemaining(result -> {
            JsonNode answer = result.getValue();
            assertThat(answer.has("thrown")).as(result.toString()).isFalse();
            assertThat(answer.path("text").asText()).as(result.getKey()).isNotBlank().doesNotContain("Exception");
            assertThat(answer.path("isError").asBoolean()).as(result.toString()).isFalse();
            assertThat(answer.path("structured").isObject()).as(result.getKey()).isTrue();
        });
        assertThat(report.path("resources")).hasSize(4);
        assertThat(report.path("prompts")).hasSize(2);
        assertThat(report.path("rules").asText()).contains("Pin the grammar");
        assertThat(report.path("prompt").asText()).contains("buildlog_entry_new");
        assertThat(repository.git("log", "-1", "--format=%s")).isEqualTo("--no-verify is no option here");
    }

    /** Every tool with arguments, in an order in which each finds what it needs. */
    private static Map<String, Map<String, Object>> calls(String rule) {
        Map<String, Object> finding = Map.of("severity", "major", "category", "style", "description", "Two dashes in a sentence",
                "location", "README.md:3", "rule_learned", "Keep one dash to a paragraph");
        Map<String, Map<String, Object>> calls = new LinkedHashMap<>();
        List.of("init", "update").forEach(name -> calls.put(name, Map.of()));
        calls.put("entry_new", Map.of("slug", "first day", "quick", true));
        List.of("entry_list", "status", "diff", "skills", "distill", "stats", "verify", "gauntlet_list_personas", "overview")
                .forEach(name -> calls.put(name, Map.of()));
        calls.put("gauntlet_rules", Map.of("persona", "bragi"));
        calls.put("gauntlet_prompt", Map.of("target", "buildlog"));
        calls.put("gauntlet_loop", Map.of("target", "buildlog", "select_k", 2));
        calls.put("gauntlet_issues", Map.of("issues", List.of(finding)));
        calls.put("gauntlet_accept_risk", Map.of("who", "Ann", "why", "a quotation", "until", "2099-12-31"));
        calls.put("learn_from_review", Map.of("issues", List.of(finding), "source", "pull-12"));
        calls.put("log_reward", Map.of("outcome", "accepted"));
        calls.put("experiment_start", Map.of("error_class", "parsing"));
        calls.put("log_mistake", Map.of("error_class", "parsing", "description", "the grammar had moved"));
        List.of("experiment_end", "experiment_metrics", "experiment_report", "bandit_status", "posterior_history", "rewards")
                .forEach(name -> calls.put(name, Map.of()));
        calls.put("gauntlet_rule_lookup", Map.of("rule_ids", List.of(rule, "bragi:dash-habit")));
        calls.put("promote", Map.of("skill_ids", List.of(rule)));
        calls.put("reject", Map.of("skill_ids", List.of(rule), "why", "only a trial"));
        calls.put("commit", Map.of("message", "--no-verify is no option here",
                "extra_args", List.of("--allow-empty", "--no-verify")));
        calls.put("export", Map.of("output", "../everything"));
        calls.put("migrate", Map.of("dry_run", true));
        calls.put("import_seed", Map.of("source", "closer.yaml"));
        List.of("ingest_seeds", "consume_emissions").forEach(name -> calls.put(name, Map.of()));
        calls.put("gauntlet_generate", Map.of("source_text", """
                # Rules

                - Always close the stream in a finally block.
                  - Context: code that reads files
                  - Avoid: closing it at the end of the try block
                  - Why: an exception would leave it open
                """, "persona", "careful", "dry_run", true));
        return calls;
    }
}
