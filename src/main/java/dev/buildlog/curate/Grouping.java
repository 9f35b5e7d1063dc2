package dev.buildlog.curate;

import dev.buildlog.curate.SimilarityGraph.Neighbour;
import dev.buildlog.curate.SimilarityGraph.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Groups texts around leaders. In the order of their positions, a text that resembles no earlier leader becomes a leader; any
 * other joins the earlier leader most similar to it, of several the earliest. Hence every member resembles its leader, the
 * leader is the earliest of its group, and the groups depend on the set of texts alone, not on the order of arrival.
 *
 * <p>What persons decided is in the graph: texts they joined are one node, texts they took apart are no neighbours, and what
 * they took out of a rule leads.
 */
public final class Grouping {

    private final SimilarityGraph graph;
    private final Map<Long, Position> positions = new HashMap<>();
    private final Map<Long, Long> decided = new HashMap<>();
    /** What resembles a node among those that became leaders in this run: no record has them yet. */
    private final Map<Long, List<Neighbour>> risen = new HashMap<>();
    private final Set<Long> queued = new HashSet<>();
    private final PriorityQueue<Long> queue = new PriorityQueue<>(Comparator.comparing(this::position));

    private Grouping(SimilarityGraph graph) {
        this.graph = graph;
    }

    /**
     * Decides again what a change of the graph may have changed, and no more. The graph is as after the change, with the
     * leaders recorded before it. With no leaders recorded and every node touched this is a batch run.
     *
     * @param touched nodes that are new, nodes whose position changed, and the followers of removed nodes
     * @return the new leader of every node whose leader changed or that had none
     */
    public static Map<Long, Long> regroup(SimilarityGraph graph, Collection<Long> touched) {
        return new Grouping(graph).run(touched);
    }

    private Map<Long, Long> run(Collection<Long> touched) {
        for (long node : touched) {
            enqueue(node);
            if (wasLeader(node)) {
                // It may have moved behind texts that follow it, or changed places with a leader equally similar to one.
                graph.neighbours(node).forEach(n -> enqueue(n.node()));
            }
        }
        while (!queue.isEmpty()) {
            decide(queue.remove());
        }
        Map<Long, Long> changed = new HashMap<>();
        decided.forEach((node, leader) -> {
            if (!graph.leader(node).equals(OptionalLong.of(leader))) {
                changed.put(node, leader);
            }
        });
        return changed;
    }

    /** Everything before {@code node} is final when this is called, as a decision only affects later nodes. */
    private void decide(long node) {
        long leader = bestLeader(node);
        decided.put(node, leader);
        boolean leads = leader == node;
        if (leads != wasLeader(node)) {
            for (Neighbour neighbour : graph.later(node)) {
                enqueue(neighbour.node());
                if (leads) {
                    risen.computeIfAbsent(neighbour.node(), key -> new ArrayList<>())
                            .add(new Neighbour(node, neighbour.similarity()));
                }
            }
        }
    }

    private long bestLeader(long node) {
        if (graph.standsAlone(node)) {
            return node;
        }
        Neighbour best = null;
        List<Neighbour> candidates = new ArrayList<>(graph.leaders(node));
        candidates.addAll(risen.getOrDefault(node, List.of()));
        for (Neighbour candidate : candidates) {
            boolean earlier = position(candidate.node()).compareTo(position(node)) < 0;
            if (earlier && leads(candidate.node()) && (best == null || isBetter(candidate, best))) {
                best = candidate;
            }
        }
        return best == null ? node : best.node();
    }

    private boolean isBetter(Neighbour a, Neighbour b) {
        int order = Double.compare(a.similarity(), b.similarity());
        return order > 0 || order == 0 && position(a.node()).compareTo(position(b.node())) < 0;
    }

    private boolean leads(long node) {
        Long now = decided.get(node);
        return now == null ? wasLeader(node) : now == node;
    }

    private boolean wasLeader(long node) {
        OptionalLong leader = graph.leader(node);
        return leader.isPresent() && leader.getAsLong() == node;
    }

    private void enqueue(long node) {
        if (queued.add(node)) {
            queue.add(node);
        }
    }

    private Position position(long node) {
        return positions.computeIfAbsent(node, graph::position);
    }
}
