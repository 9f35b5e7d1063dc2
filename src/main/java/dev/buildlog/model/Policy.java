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
 * @param selection id of the selection that chose them; empty for none
 * @param leftOut rules that the selection drew and that are not shown all the same, with the reason
 */
public record Policy(String id, PublishRequest request, Instant at, List<Candidate> rules, List<Stopped> stopped,
        String selection, List<Stopped> leftOut) {

    private static final int ID_DIGITS = 10;

    public Policy {
        rules = List.copyOf(rules);
        stopped = List.copyOf(stopped);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The id of a policy with these rules: a zero character ends each part of what it stands for, so that no two different lists of
     * parts run together to the same text.
     */
    public static String idOf(String project, List<Candidate> rules) {
        StringBuilder all = new StringBuilder(project).append('\0');
        rules.forEach(chosen -> all.append(chosen.rule().id()).append('\0').append(chosen.rule().text()).append('\0'));
        return "pol-" + Sha256.of(all.toString()).substring(0, ID_DIGITS);
    }

    /** A policy that no selection stands behind. */
    public Policy(String id, PublishRequest request, Instant at, List<Candidate> rules, List<Stopped> stopped) {
        this(id, request, at, rules, stopped, "", List.of());
    }

    /** The same for another checkout. */
    public Policy at(String root) {
        return new Policy(id, new PublishRequest(request.project(), root, request.draw()), at, rules, stopped, selection, leftOut);
    }

    /** The same with other rules. */
    public Policy withRules(List<Candidate> newRules) {
        return new Policy(id, request, at, newRules, stopped, selection, leftOut);
    }
}
