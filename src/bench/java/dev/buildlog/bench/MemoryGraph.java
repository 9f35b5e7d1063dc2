package dev.buildlog.bench;

import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.SimilarityGraph;
import dev.buildlog.model.Fingerprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Texts in memory with all their neighbours known and no leader yet. */
final class MemoryGraph implements SimilarityGraph {

    private final List<Position> positions = new ArrayList<>();
    private final List<List<Neighbour>> neighbours = new ArrayList<>();

    /** Texts in families of five that say about the same. */
    static MemoryGraph of(int size, Similarity similarity) {
        MemoryGraph graph = new MemoryGraph();
        Wording wording = new Wording(2);
        List<Fingerprint> prints = new ArrayList<>();
        String text = "";
        for (int node = 0; node < size; node++) {
            text = node % 5 == 0 ? wording.next() + " on the first day of every week" : text + " please";
            graph.positions.add(new Position(LocalDate.of(2026, 1, 1).plusDays(node / 30), "p" + node % 30, 1, text));
            graph.neighbours.add(new ArrayList<>());
            prints.add(similarity.fingerprint(text));
            for (int other = 0; other < node; other++) {
                double alike = similarity.compare(prints.get(node), prints.get(other));
                if (alike >= similarity.threshold()) {
                    graph.neighbours.get(node).add(new Neighbour(other, alike));
                    graph.neighbours.get(other).add(new Neighbour(node, alike));
                }
            }
        }
        return graph;
    }

    Collection<Long> nodes() {
        return LongStream.range(0, positions.size()).boxed().toList();
    }

    @Override
    public Position position(long node) {
        return positions.get((int) node);
    }

    @Override
    public Collection<Neighbour> neighbours(long node) {
        return neighbours.get((int) node);
    }

    @Override
    public OptionalLong leader(long node) {
        return OptionalLong.empty();
    }
}
