package dev.buildlog.pipeline;

import dev.buildlog.model.Problem;
import dev.buildlog.pipeline.validate.FlowGraph;
import dev.buildlog.pipeline.validate.FlowGraph.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether every way that text can take passes the guards: what is stored has been redacted, what is rendered has passed the gate.
 * A step that is reached through a bean instead of an endpoint is not seen.
 */
final class Guards {

    private static final List<String> DOORS_OF_TEXT = List.of(Doors.ENTRY, Doors.COMMIT, Doors.DECISION, Doors.REVIEW, Doors.SESSION,
            Doors.MISTAKE);
    private static final String REDACT = "kamelet:redact-action";
    private static final String GATE = "kamelet:gate-action";
    private static final String RENDER = "kamelet:render-sink";
    private static final String WAY_OUT = "; put it back, or say --allow-unguarded, or set"
            + " routes.allow_unguarded in the home's config.yaml, if that is meant";

    private final FlowGraph graph;
    private final List<Problem> problems = new ArrayList<>();

    private Guards(FlowGraph graph) {
        this.graph = graph;
    }

    /** A problem for each route that lets text past a guard. */
    static List<Problem> missing(FlowGraph graph) {
        Guards guards = new Guards(graph);
        for (String door : DOORS_OF_TEXT) {
            guards.walk(door, REDACT, flow -> flow.beans().contains("ledger"), "the ledger is reached from direct:" + door
                    + " without " + REDACT + ", so secrets would be stored" + WAY_OUT);
        }
        guards.walk(Doors.PUBLISH, GATE, flow -> flow.to().contains(RENDER), RENDER + " is reached without " + GATE
                + ", so agents would be shown whatever an entry says" + WAY_OUT);
        return guards.problems;
    }

    private void walk(String door, String guard, Predicate<Flow> arrives, String message) {
        Set<String> seen = new HashSet<>();
        if (!door.equals(Doors.PUBLISH)) {
            seen.add("direct:" + Doors.PUBLISH);
        }
        Deque<String> ahead = new ArrayDeque<>(List.of("direct:" + door));
        while (!ahead.isEmpty()) {
            String address = ahead.pop();
            if (!seen.add(address)) {
                continue;
            }
            for (Flow flow : graph.flows()) {
                if (flow.from().equals(address)) {
                    int guarded = flow.to().indexOf(guard);
                    int rendered = flow.to().indexOf(RENDER);
                    if (arrives.test(flow) && (guarded < 0 || rendered >= 0 && rendered < guarded)) {
                        problems.add(new Problem(flow.file().path().toString(), 0, 0, "route '" + flow.id() + "': " + message));
                    }
                    ahead.addAll(flow.to().subList(0, guarded < 0 ? flow.to().size() : guarded));
                }
            }
        }
    }
}
