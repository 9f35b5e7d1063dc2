package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a server of agents, on its streams and over HTTP. */
class McpIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";

    @TempDir
    Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeEach
    void prepare() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text("Pin the grammar before upgrading the parser"));
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void itsOwnClientListsEveryToolAndCallsThoseThatRead() {
        Run run = machine.run(repository.root(), "mcp-test", "--json");

        assertThat(run.code()).as(run.toString()).isZero();
        JsonNode report = run.json();
        assertThat(report.path("tools")).hasSize(37);
        assertThat(report.at("/tokens/core").asInt()).isPositive().isLessThan(report.at("/tokens/all").asInt() / 2);
        assertThat(report.path("tools")).filteredOn(tool -> tool.path("called").asBoolean()).hasSizeGreaterThan(14);
    }

    @Test
    void standardOutputCarriesMessagesOnlyWhateverIsSentAndItEndsWithItsInput() throws Exception {
        Path messages = Files.writeString(folder.resolve("messages"), String.join("\n",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                call(2, "log_mistake", "{\"error_class\":\"x\",\"description\":\"line\\nbreak --help\"}"),
                call(3, "nonsense", "{}"),
                call(4, "entry_new", "{\"slug\":\"../../x\"}"),
                call(5, "status", "{\"buildlog_dir\":\"\\u0000\"}"),
                call(6, "status", "{}")) + "\n");

        Process server = process(repository.root());
        List<JsonNode> answers = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            server.getOutputStream().write(Files.readAllBytes(messages));
            server.getOutputStream().flush();
            while (answers.size() < 6) {
                answers.add(JSON.readTree(out.readLine()));
            }
            server.getOutputStream().close();
            assertThat(out.readLine()).as("nothing comes behind the answers").isNull();
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0"));
        assertThat(answers.get(0).at("/result/serverInfo/name").asText()).isEqualTo("buildlog");
        assertThat(answer(answers, 2).at("/result/structuredContent/mistake_id").asText()).startsWith("mis-");
        assertThat(answer(answers, 3).has("error")).isTrue();
        assertThat(answer(answers, 5).at("/result/isError").asBoolean()).isTrue();
        assertThat(answer(answers, 6).at("/result/structuredContent/total_skills").asInt()).isEqualTo(1);
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(server.exitValue()).isZero();
    }

    @Test
    void overHttpTheSecretOpensEveryToolAndATokenThoseOfItsProject() throws Exception {
        ServiceProcess service = machine.serve(repository.root());
        String secret = Files.readString(machine.home().resolve("secret")).strip();
        String token = machine.result(repository.root(), "token", "create", "--name", "agent").strip().lines()
                .reduce((first, last) -> last).orElseThrow();

        assertThat(post(service, "/mcp", LIST).statusCode()).as("nobody").isEqualTo(401);
        assertThat(names(post(service, "/mcp", LIST, bearer(secret)))).hasSize(37);
        List<String> open = names(post(service, "/mcp", LIST, bearer(token)));
        assertThat(open).contains("buildlog_status", "buildlog_log_mistake", "buildlog_gauntlet_loop")
                .doesNotContain("buildlog_export", "buildlog_commit", "buildlog_init", "buildlog_gauntlet_generate");
        assertThat(names(post(service, "/mcp/shop", LIST, bearer(token)))).isEqualTo(open);
        HttpResponse<String> elsewhere = post(service, "/mcp", call(1, "status", "{\"buildlog_dir\":\"/\"}"), bearer(token));
        assertThat(JSON.readTree(elsewhere.body()).at("/result/isError").asBoolean()).as(elsewhere.body()).isTrue();
        HttpResponse<String> status = post(service, "/mcp/shop", call(1, "status", "{}"), bearer(token));
        assertThat(JSON.readTree(status.body()).at("/result/structuredContent/total_skills").asInt()).isEqualTo(1);
        assertThat(post(service, "/mcp/nobody", LIST, bearer(token)).statusCode()).isEqualTo(403);
        assertThat(post(service, "/mcp/nobody", LIST, bearer(secret)).statusCode()).isEqualTo(404);
    }

    @Test
    void theTransportIsKeptTo() throws Exception {
        ServiceProcess service = machine.serve(repository.root());
        Map<String, String> secret = bearer(Files.readString(machine.home().resolve("secret")).strip());

        HttpRequest get = HttpRequest.newBuilder(URI.create(service.url() + "/mcp")).GET().build();
        assertThat(HttpClient.newHttpClient().send(get, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        HttpResponse<String> taken = post(service, "/mcp",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", secret);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).isEmpty();
        assertThat(post(service, "/mcp", "[]", secret).statusCode()).isEqualTo(400);
        assertThat(post(service, "/mcp", "", secret).statusCode()).isEqualTo(400);
        assertThat(post(service, "/mcp", LIST, with(secret, "MCP-Protocol-Version", "1999-01-01")).statusCode()).isEqualTo(400);
        assertThat(post(service, "/mcp", LIST, with(secret, "MCP-Protocol-Version", "2025-06-18")).statusCode()).isEqualTo(200);
        assertThat(post(service, "/mcp", LIST, with(secret, "Origin", "https://evil.example")).statusCode()).isEqualTo(403);
        assertThat(post(service, "/mcp/shop", LIST, with(secret, "project", "other")).statusCode()).isEqualTo(400);
    }

    private static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"buildlog_" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static JsonNode answer(List<JsonNode> answers, int id) {
        return answers.stream().filter(answer -> answer.path("id").asInt() == id).findFirst().orElseThrow();
    }

    private static List<String> names(HttpResponse<String> answer) throws IOException {
        List<String> names = new ArrayList<>();
        JSON.readTree(answer.body()).at("/result/tools").forEach(tool -> names.add(tool.path("name").asText()));
        assertThat(names).as(answer.body()).isNotEmpty();
        return names.stream().sorted().toList();
    }

    private static Map<String, String> bearer(String credential) {
        return Map.of("Authorization", "Bearer " + credential);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String body) throws Exception {
        return post(service, path, body, Map.of());
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Content-Type", "application/json").header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Process process(Path directory) throws IOException {
        return machine.piped(directory, "mcp");
    }
}
