package dev.buildlog.cli;

import dev.buildlog.mcp.BuildlogMcp;
import dev.buildlog.mcp.ToolSet;
import io.modelcontextprotocol.server.McpSyncServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
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
    int run(Workplace here) throws InterruptedException {
        // whatever a library prints must not get between the messages
        System.setOut(System.err);
        serve(here, shown, here.in(), new FileOutputStream(FileDescriptor.out));
        return ExitCode.DONE;
    }

    /** Serves one client until its input ends. */
    static void serve(Workplace here, ToolSet shown, InputStream in, OutputStream out) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (KeptOpen kept = new KeptOpen()) {
            McpSyncServer server = new BuildlogMcp(new InProcess(here.keeping(kept)), shown, Version.number())
                    .serve(telling(in, ended), out);
            ended.await();
            server.closeGracefully();
        }
    }

    /** The same input, which tells when it is at its end. */
    private static InputStream telling(InputStream in, CountDownLatch ended) {
        return new FilterInputStream(in) {

            @Override
            public int read() throws IOException {
                return told(super.read());
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return told(super.read(bytes, from, length));
            }

            private int told(int read) {
                if (read < 0) {
                    ended.countDown();
                }
                return read;
            }
        };
    }
}
