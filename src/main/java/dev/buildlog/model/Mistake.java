package dev.buildlog.model;

import java.time.Instant;
import java.util.List;

/**
 * Something that went wrong in some work: the message of {@code direct:mistake}. Needs no session.
 *
 * @param id unique; a second mistake of the same id is the first one delivered again
 * @param project id of the project
 * @param errorClass what kind of mistake it is; free text, told apart as a context is
 * @param severity {@link #SEVERITIES one of four}; empty if nobody says
 * @param description what went wrong
 * @param session of the agent that made it; empty for the session of the agent and the worktree that is under way, if any
 * @param agent who made it; may be empty
 * @param worktree root of the checkout; empty if nobody says, and then no session is looked for
 * @param correctedBy id of the rule that would have kept it from happening; may be empty
 * @param concepts names of what it has to do with
 * @param relation how it stands to an earlier one, {@link #RELATIONS one of five}; empty for none
 * @param relatedTo id of that earlier one; empty for none
 * @param resolution what was done about it; may be empty
 * @param setting where it happened; may be empty
 * @param at when it was told
 */
public record Mistake(String id, String project, String errorClass, String severity, String description, String session,
        String agent, String worktree, String correctedBy, List<String> concepts, String relation, String relatedTo,
        String resolution, String setting, Instant at) {

    /** All severities, least first. Those of findings are others. */
    public static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

    /** How a mistake may stand to an earlier one. */
    public static final List<String> RELATIONS = List.of("escalation", "same_pattern", "regression", "caused_by", "part_of");

    public Mistake {
        concepts = List.copyOf(concepts);
    }

    /** This with other free texts. */
    public Mistake withTexts(String newDescription, String newResolution, String newSetting) {
        return new Mistake(id, project, errorClass, severity, newDescription, session, agent, worktree, correctedBy, concepts,
                relation, relatedTo, newResolution, newSetting, at);
    }
}
