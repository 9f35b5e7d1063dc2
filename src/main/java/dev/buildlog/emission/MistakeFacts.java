package dev.buildlog.emission;

import java.time.Instant;
import java.util.List;

/**
 * A mistake with everything that is known around it.
 *
 * @param errorClass what kind of mistake
 * @param repeat whether one like it was made before
 * @param session of the agent; empty for none
 * @param severity empty where nobody says
 * @param context where it was made; empty where nobody says
 * @param concepts names of the concepts it involves
 * @param rules ids of the rules that were in force and did not prevent it
 * @param correctedBy id of the rule that corrected it; empty for none
 * @param prior id of the mistake before it; empty for none
 * @param relation what it is to that one: escalation, same_pattern, regression, caused_by, part_of; empty for none
 * @param resolution what was done about it; empty for nothing
 */
public record MistakeFacts(String project, String id, String errorClass, String description, boolean repeat, String session,
        String severity, String context, List<String> concepts, List<String> rules, String correctedBy, String prior,
        String relation, String resolution, Instant at) {

    public MistakeFacts {
        concepts = List.copyOf(concepts);
        rules = List.copyOf(rules);
    }

    /** One of which no more is known than where it was made, and which rules were in force. */
    public static MistakeFacts of(String project, String id, String errorClass, String description, String session, String severity,
            List<String> rules, Instant at) {
        return new MistakeFacts(project, id, errorClass, description, false, session, severity, "", List.of(), rules, "", "", "", "",
                at);
    }
}
