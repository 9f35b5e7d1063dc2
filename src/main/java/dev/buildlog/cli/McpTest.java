package dev.buildlog.cli;

import dev.buildlog.mcp.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog mcp-test}: a client that lists every tool, and calls those that change nothing. */
@Command(name = "mcp-test", description = {
    "Connect a client to the MCP server, list its tools, and call every one that only reads; exit 1 if one does not answer.",
    "What the descriptions cost an agent is told in tokens, at four characters each."})
final class McpTest extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Path launcher = here.install().resolve("bin/buildlog");
        String program = (Files.exists(launcher) ? launcher : here.install().resolve("buildlog")).toString();
        RoundTrip all = RoundTrip.of(List.of(program, "-C", here.directory().toString(), "mcp"), here.environment());
        RoundTrip core = RoundTrip.of(List.of(program, "-C", here.directory().toString(), "mcp", "--tools", "core"),
                here.environment());
        List<RoundTrip.Tried> failed = all.tools().stream().filter(tool -> !tool.problem().isEmpty()).toList();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("tools", all.tools().stream().map(tool -> Map.of("name", tool.name(), "called", tool.called(), "problem",
                    tool.problem())).toList());
            fields.put("tokens", Map.of("all", all.tokens(), "core", core.tokens()));
            Json.print(here.out(), fields);
        } else {
            here.out().println(all.tools().size() + " tools, about " + all.tokens() + " tokens of an agent's context; with --tools"
                    + " core " + core.tools().size() + " and " + core.tokens());
            all.tools().forEach(tool -> here.out().println("  " + tool.name() + (tool.problem().isEmpty()
                    ? tool.called() ? "  answers" : "" : "  " + Printable.line(tool.problem()))));
        }
        return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
