package dev.buildlog.model;

import java.time.Instant;
import java.util.List;

/**
 * The rules in force for a project: what a selection chose, on its way into the agents' files.
 *
 * @param id {@code pol-} and 10 hex digits over project, rule ids and texts: equal content, equal id
 * @param request what is being published
 * @param at the instant of the selection
 * @param rules the chosen rules in the order in which they are shown
 * @param stopped rules the gate keeps back
 */
public record Policy(String id, PublishRequest request, Instant at, List<Candidate> rules, List<Stopped> stopped) {

    public Policy {
        rules = List.copyOf(rules);
        stopped = List.copyOf(stopped);
    }

    /** The same with other rules. */
    public Policy withRules(List<Candidate> newRules) {
        return new Policy(id, request, at, newRules, stopped);
    }
}
