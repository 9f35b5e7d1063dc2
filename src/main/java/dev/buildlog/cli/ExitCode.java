package dev.buildlog.cli;

/** Exit codes of all commands. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** As {@code EX_CONFIG} of sysexits. */
    static final int BAD_CONFIGURATION = 78;

    private ExitCode() {}
}
