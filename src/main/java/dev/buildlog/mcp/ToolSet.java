package dev.buildlog.mcp;

/** Which tools a client is shown. */
public enum ToolSet {
    /** All of them. */
    ALL,
    /** The few that every session needs: the descriptions of all cost an agent much context. */
    CORE,
    /** What stays within one project: what its token opens. */
    PROJECT
}
