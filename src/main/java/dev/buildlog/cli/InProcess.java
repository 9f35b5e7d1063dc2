package dev.buildlog.cli;

import dev.buildlog.mcp.CommandRunner;
import dev.buildlog.model.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commands run in this process for the tool calls of agents, each with streams of its own. */
final class InProcess implements CommandRunner {

    private final Path directory;
    private final Path install;
    private final Map<String, String> environment;
    private final Clock clock;

    InProcess(Workplace here) {
        this(here, here.directory());
    }

    /** @param directory where they act unless they are told otherwise */
    InProcess(Workplace here, Path directory) {
        this.directory = directory;
        this.install = here.install();
        Map<String, String> told = new HashMap<>(here.environment());
        told.put(Workplace.ORIGIN, Origin.MCP);
        this.environment = Map.copyOf(told);
        this.clock = here.clock();
    }

    @Override
    public Outcome run(List<String> arguments, String in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Main(directory, install, environment, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out,
                err, clock, true).run(arguments.toArray(String[]::new));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
