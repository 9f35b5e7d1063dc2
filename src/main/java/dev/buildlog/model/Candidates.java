package dev.buildlog.model;

import java.time.Instant;
import java.util.List;

/**
 * The rules that might go out, as they pass through scoring, gate and selection of the publish route.
 *
 * @param request what is being published
 * @param at the instant for which confidence is computed
 * @param rules rules still in the running, best first after scoring
 * @param stopped rules the gate has taken out
 */
public record Candidates(PublishRequest request, Instant at, List<Candidate> rules, List<Stopped> stopped) {

    public Candidates {
        rules = List.copyOf(rules);
        stopped = List.copyOf(stopped);
    }
}
