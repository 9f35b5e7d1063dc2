package dev.buildlog.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a stretch of work begins or ends: the message of {@code direct:session}. Sessions are optional; several may be under way
 * at once, one for each agent in each worktree.
 *
 * @param id unique; a second event of the same id is the first one delivered again. That of a start is the id of the session
 * @param project id of the project
 * @param kind {@link #START} or {@link #END}
 * @param session for an end the id of the session; empty for the one of the agent and the worktree that is under way
 * @param agent who works; may be empty
 * @param worktree root of the checkout; may be empty
 * @param context for a start what the work is about; null for nothing in particular
 * @param commit hash of the commit that is checked out; empty if nobody says
 * @param lines for an end how many lines its commits added or removed, 0 or more; null if nobody knows
 * @param entry for an end the journal file about it; may be empty
 * @param notes free text; may be empty
 * @param at when
 */
public record SessionEvent(String id, String project, String kind, String session, String agent, String worktree,
        @Nullable String context, String commit, @Nullable Integer lines, String entry, String notes, Instant at) {

    public static final String START = "start";
    public static final String END = "end";

    /** All kinds. */
    public static final List<String> KINDS = List.of(START, END);

    public SessionEvent withNotes(String newNotes) {
        return new SessionEvent(id, project, kind, session, agent, worktree, context, commit, lines, entry, newNotes, at);
    }
}
