package dev.buildlog.cli;

/** How much a command tells beside its result. */
public enum Verbosity {
    /** Errors only. */
    QUIET,
    NORMAL,
    /** Also what goes on inside, and stack traces of errors. */
    VERBOSE
}
