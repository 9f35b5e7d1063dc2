package dev.buildlog.cli;

import dev.buildlog.mcp.CommandRunner;
import dev.buildlog.model.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands run in this process for the tool calls of agents, each with streams of its own. */
final class InProcess implements CommandRunner {

    private final Workplace here;

    InProcess(Workplace here) {
        this.here = here.by(Origin.MCP);
    }

    @Override
    public Outcome run(List<String> arguments, String in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.sent(here, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err)
                .run(arguments.toArray(String[]::new));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
