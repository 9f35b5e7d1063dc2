package dev.buildlog.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tool calls that read, as an agent makes them: over the standard input and output of {@code buildlog mcp}. */
final class Tools implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEARNINGS = 50;
    private static final int WARM_UP = 30;
    private static final int CALLS = 300;
    private static final double AIM_MILLIS = 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final BufferedReader answers;
    private final OutputStream requests;
    private int sent;

    private Tools(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = process.getOutputStream();
    }

    static void measure(Bench bench) throws IOException, InterruptedException {
        int rules = bench.plan().large();
        Workspace workspace = Workspace.create(Files.createDirectory(bench.scratch().resolve("tools")),
                journal(bench.scratch().resolve("corpus-tools"), rules));
        Bench.say("reading " + rules + " rules");
        Child.run(bench.distribution().command(Distribution.Archive.ON, workspace, "sync"));
        Table table = new Table("tool", "calls", "first", "median", "p99", "longest", "answer");
        try (Tools tools = new Tools(Child.start(bench.distribution().command(Distribution.Archive.ON, workspace, "mcp")
                .redirectError(workspace.folder().resolve("mcp.err").toFile())))) {
            tools.request("initialize", Map.of("protocolVersion", "2025-06-18", "capabilities", Map.of(), "clientInfo",
                    Map.of("name", "bench", "version", "1")));
            tools.send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
            String rule = tools.call("status", Map.of()).at("/result/structuredContent/skills").elements().next().get(0)
                    .path("id").asText();
            Map<String, Map<String, Object>> calls = new LinkedHashMap<>();
            calls.put("overview", Map.of());
            calls.put("status", Map.of());
            calls.put("skills", Map.of());
            calls.put("stats", Map.of());
            calls.put("bandit_status", Map.of());
            calls.put("gauntlet_rules", Map.of());
            calls.put("gauntlet_rule_lookup", Map.of("rule_ids", new String[] {rule}));
            calls.put("entry_list", Map.of());
            for (Map.Entry<String, Map<String, Object>> call : calls.entrySet()) {
                Bench.say("calling " + call.getKey());
                measure(bench, tools, call.getKey(), call.getValue(), table);
            }
        }
        bench.report().section("Tools over MCP", "Calls that read, at " + rules + " rules, one after the other over the standard"
                + " input and output of `buildlog mcp`: from the request written to the answer read and parsed. " + CALLS
                + " calls of each tool after " + WARM_UP + " untimed ones, of which the first is told; fewer where they take over"
                + " a minute.", table);
    }

    private static void measure(Bench bench, Tools tools, String name, Map<String, Object> arguments, Table table)
            throws IOException {
        Samples samples = new Samples();
        double first = 0;
        int bytes = 0;
        long start = System.nanoTime();
        for (int i = 0; i < WARM_UP + CALLS && (samples.size() == 0 || System.nanoTime() - start < LONGEST_NANOS); i++) {
            long begin = System.nanoTime();
            JsonNode answer = tools.call(name, arguments);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (i == 0) {
                first = millis;
                bytes = answer.toString().length();
            } else if (i >= WARM_UP) {
                samples.add(millis);
            }
        }
        table.row(name, samples.size(), Figures.ms(first), Figures.ms(samples.median()), Figures.ms(samples.quantile(0.99)),
                Figures.ms(samples.max()), Figures.of(bytes / 1_024.0) + " KiB");
        bench.report().aim(Aim.below("tool " + name + " at " + bench.plan().large() + " rules, p99", AIM_MILLIS, "ms",
                samples.quantile(0.99)));
    }

    /** Writes entries that teach {@code rules} rules, no two alike. */
    private static Path journal(Path folder, int rules) throws IOException {
        Files.createDirectories(folder);
        Wording wording = new Wording(5);
        for (int written = 0; written < rules; written += LEARNINGS) {
            StringBuilder text = new StringBuilder("# Entry\n\n## Improvements\n\n### Workflow\n\n");
            for (int i = written; i < Math.min(rules, written + LEARNINGS); i++) {
                text.append("- ").append(wording.next()).append('\n');
            }
            Files.writeString(folder.resolve("2026-01-01-entry-" + written + ".md"), text);
        }
        return folder;
    }

    private JsonNode call(String tool, Map<String, Object> arguments) throws IOException {
        JsonNode answer = request("tools/call", Map.of("name", "buildlog_" + tool, "arguments", arguments));
        if (answer.has("error") || answer.at("/result/isError").asBoolean()) {
            throw new IllegalStateException(tool + " answered " + answer.toString().lines().findFirst().orElse(""));
        }
        return answer;
    }

    private JsonNode request(String method, Map<String, Object> parameters) throws IOException {
        int id = ++sent;
        send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters));
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            JsonNode message = JSON.readTree(line);
            if (message.path("id").asInt() == id) {
                return message;
            }
        }
        throw new IOException("the server hung up");
    }

    private void send(Map<String, Object> message) throws IOException {
        requests.write((JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
        requests.flush();
    }

    @Override
    public void close() throws IOException {
        requests.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
