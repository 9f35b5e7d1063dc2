package dev.buildlog.cli;

import dev.buildlog.mcp.BuildlogMcp;
import dev.buildlog.mcp.ToolSet;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog mcp}: serves an agent on standard input and output. */
@Command(name = "mcp", description = {
    "Serve an agent over the Model Context Protocol on standard input and output, until the input ends.",
    "`buildlog init-mcp` registers this command; `buildlog mcp-test` tries every tool."})
final class Mcp extends Verb {

    @Option(names = "--tools", paramLabel = "SET", defaultValue = "all",
            description = "all (default); core: the few that every session needs, which cost an agent less context;"
                    + " project: what stays within one project.")
    private ToolSet shown = ToolSet.ALL;

    @Override
    int run(Workplace here) throws IOException {
        // whatever a library prints must not get between the messages
        System.setOut(System.err);
        serve(here, shown, here.in(), new FileOutputStream(FileDescriptor.out));
        return ExitCode.DONE;
    }

    /** Serves one client until its input ends. */
    static void serve(Workplace here, ToolSet shown, InputStream in, OutputStream out) throws IOException {
        try (KeptOpen kept = new KeptOpen()) {
            new BuildlogMcp(new InProcess(here.keeping(kept)), shown, Version.number()).serve(in, out);
        }
    }
}
