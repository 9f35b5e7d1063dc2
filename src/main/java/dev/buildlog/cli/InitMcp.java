package dev.buildlog.cli;

import dev.buildlog.setup.McpRegistration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog init-mcp}: registers the MCP server where Claude Code looks, and says what other programs want. */
@Command(name = "init-mcp", description = {
    "Register the MCP server for Claude Code: in .mcp.json of this repository, or with --global in ~/.claude.json. Prints what"
        + " Cursor, VS Code, Windsurf, Gemini and Codex want in their settings.",
    "Only buildlog's own entry is touched; --remove takes it out again.",
    "Example: buildlog init-mcp --global -y"})
final class InitMcp extends Verb {

    @Option(names = "--global", description = "For all repositories of this person.")
    private boolean global;

    @Option(names = {"-y", "--yes"}, description = "Ask nothing.")
    private boolean yes;

    @Option(names = "--remove", description = "Take the entry out again.")
    private boolean remove;

    @Option(names = "--json", description = "Print JSON: {done}, a line for each thing that was done.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Path file = global ? Path.of(here.environment().getOrDefault("HOME", System.getProperty("user.home")), ".claude.json")
                : here.root().resolve(".mcp.json");
        McpRegistration registration = new McpRegistration(file, command(here, global));
        boolean asks = global && !yes && !json && !remove && System.console() != null;
        if (asks && !agreed(here, file)) {
            here.out().println("Nothing was changed.");
            return ExitCode.FAILED;
        }
        List<String> done = remove ? registration.remove() : registration.install();
        if (json) {
            Json.print(here.out(), Map.of("done", done));
            return ExitCode.DONE;
        }
        here.out().println(done.isEmpty()
                ? remove ? "There was nothing to take out of " + file : "Already registered in " + file
                : String.join("\n", done));
        if (!remove) {
            tellOthers(here, registration);
        }
        return ExitCode.DONE;
    }

    /** The bare name where the shell finds it, and in what a team shares; else where this program lies. */
    static String command(Workplace here, boolean global) {
        boolean found = List.of(here.environment().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, "buildlog")));
        Path launcher = here.install().resolve("bin/buildlog");
        Path program = Files.exists(launcher) ? launcher : here.install().resolve("buildlog");
        return found || !global ? "buildlog" : program.toString();
    }

    private static boolean agreed(Workplace here, Path file) throws IOException {
        here.err().print("Add the server buildlog to " + file + "? [Y/n] ");
        here.err().flush();
        String answer = new BufferedReader(new InputStreamReader(here.in(), StandardCharsets.UTF_8)).readLine();
        return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
    }

    private static void tellOthers(Workplace here, McpRegistration registration) {
        here.say("""

                Cursor (.cursor/mcp.json), Windsurf (~/.codeium/windsurf/mcp_config.json), Gemini (.gemini/settings.json):
                """ + registration.snippet() + """

                VS Code (.vscode/mcp.json): the same with "servers" in place of "mcpServers", and "type": "stdio".
                Codex (~/.codex/config.toml):
                [mcp_servers.buildlog]
                command = "%s"
                args = ["mcp"]""".formatted(command(here, true)));
    }
}
