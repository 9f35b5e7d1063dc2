package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

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
                assumeTrue(Commands.knows(command(tools, lines, name)), "the command is not there yet");
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
            if (name.equals("issues") || name.equals("source_text") || (all || required.contains(name)) && !name.endsWith("_file")) {
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
            case "object" -> Map.of();
            default -> name.equals("buildlog_dir") ? "buildlog"
                    : schema.path("description").asText().contains("T00:00:00Z") ? "2026-01-01T00:00:00Z"
                    : schema.path("description").asText().matches("(?s).*\\b(day|Day)\\b.*") ? "2026-12-31" : "--help";
        };
    }

    @Test
    void show() throws IOException {
        AgentTools tools = new AgentTools(new InProcess(here));
        for (boolean initialised : List.of(false, true)) {
            if (initialised) {
                System.out.println(tools.call("init", Map.of()));
                System.out.println(tools.call("entry_new", Map.of("slug", "first day")));
                Files.writeString(repository.resolve("buildlog/2026-03-01-parser.md"), """
                        # Parser

                        ## Improvements

                        ### Workflow

                        - Pin the grammar before upgrading the parser
                        - Never retry a payment without its key
                        """);
            }
            for (JsonNode tool : tools.list()) {
                String name = tool.path("name").asText().substring("buildlog_".length());
                if (tool.at("/annotations/readOnlyHint").asBoolean() && tool.at("/inputSchema/required").isEmpty()) {
                    String text = tools.call(name, Map.of()).toString();
                    System.out.println("== " + name + " " + text.substring(0, Math.min(1800, text.length())));
                }
            }
        }
        for (String name : List.of("experiment_start", "experiment_end", "update")) {
            System.out.println("== " + name + " " + tools.call(name, Map.of()));
        }
        System.out.println("== " + tools.call("log_mistake", Map.of("error_class", "null", "description", "it was null")));
        String loop = tools.call("gauntlet_loop", Map.of("target", "buildlog")).toString();
        System.out.println("== loop " + loop);
        String prompt = tools.call("gauntlet_prompt", Map.of("target", "buildlog")).toString();
        System.out.println("== prompt " + prompt);
        System.out.println("== " + tools.call("gauntlet_issues", Map.of("issues", List.of(Map.of("severity", "major", "category",
                "x", "description", "bad", "location", "a:1", "rule_learned", "Close the stream in a finally block")))));
        System.out.println("== " + tools.call("learn_from_review", Map.of("issues", List.of(Map.of("severity", "major", "category",
                "x", "description", "bad", "location", "a:1", "rule_learned", "Never log a token of a person")))));
        System.out.println("== " + tools.call("gauntlet_accept_risk", Map.of("who", "Ann", "why", "old", "until", "2026-12-31")));
        System.out.println("== " + tools.call("log_reward", Map.of("outcome", "accepted")));
        System.out.println("== " + tools.call("status", Map.of()).at("/structuredContent/promotable_ids"));
    }
}
