package dev.buildlog.model;

/** By which way a fact came in, as it is kept with it. A seed file carries its name and its producer instead. */
public final class Origin {

    /** A file of the journal. */
    public static final String JOURNAL = "journal";

    /** An entry without a file whose way nobody named. */
    public static final String SUBMISSION = "submission";

    /** A call of the service from outside. */
    public static final String HTTP = "http";

    /** A git hook left word of it. */
    public static final String HOOK = "hook";

    /** A person's command. */
    public static final String COMMAND = "command";

    /** An agent's tool call. */
    public static final String MCP = "mcp";

    /** The reviews of a run taught it. */
    public static final String REVIEW = "review";

    /** Another tool kept it before. */
    public static final String IMPORTED = "imported";

    private Origin() {}
}
