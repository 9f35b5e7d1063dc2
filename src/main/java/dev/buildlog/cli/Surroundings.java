package dev.buildlog.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The process a command runs in, before any option is read.
 *
 * @param workingDirectory absolute path
 * @param install folder of the shipped {@code routes} and {@code components}
 * @param environment variables of the process
 * @param in standard input
 * @param out for results
 * @param err for everything else
 * @param clock the time and the person's time zone
 * @param kept what the process keeps between commands; null where it runs only one
 */
record Surroundings(
        Path workingDirectory,
        Path install,
        Map<String, String> environment,
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        @Nullable KeptOpen kept) {

    /** Those of a process that runs one command. */
    Surroundings(Path workingDirectory, Path install, Map<String, String> environment, InputStream in, PrintWriter out,
            PrintWriter err, Clock clock) {
        this(workingDirectory, install, environment, in, out, err, clock, null);
    }
}
