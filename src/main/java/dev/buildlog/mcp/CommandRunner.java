package dev.buildlog.mcp;

import java.util.List;

/** Runs buildlog's commands in this process. */
public interface CommandRunner {

    /**
     * What a command left.
     *
     * @param code exit code: 0 done, 1 failed or found something, 2 wrong use, 78 bad configuration
     * @param out what it printed as its result
     * @param err what it told beside
     */
    record Outcome(int code, String out, String err) {}

    /**
     * Runs one command to its end.
     *
     * @param arguments as on a command line, without the program's name
     * @param in what it may read from standard input
     */
    Outcome run(List<String> arguments, String in);
}
