package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.curate.SimilarityGraph.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final String A = "ant bee cat dog elk fox gnu";
    private static final String B = A + " hen ibis jay";
    private static final String C = "dog elk fox gnu hen ibis jay";

    /** A graph in memory; similarities are drawn from the seed, or taken from the texts. */
    private static class Graph implements SimilarityGraph {
        final Map<Long, Position> positions = new HashMap<>();
        final Map<Long, Long> leaders = new HashMap<>();

        double similarity(long a, long b) {
            Random random = new Random(Math.min(a, b) * 1000 + Math.max(a, b));
            random.nextInt();
            return random.nextInt(4) == 0 ? 0.7 + random.nextInt(4) * 0.1 : 0;
        }

        @Override
        public Position position(long node) {
            return positions.get(node);
        }

        @Override
        public Collection<Neighbour> neighbours(long node) {
            List<Neighbour> neighbours = new ArrayList<>();
            for (long other : positions.keySet()) {
                double similarity = other == node ? 0 : similarity(node, other);
                if (similarity >= 0.7) {
                    neighbours.add(new Neighbour(other, similarity));
                }
            }
            return neighbours;
        }

        @Override
        public OptionalLong leader(long node) {
            return leaders.containsKey(node) ? OptionalLong.of(leaders.get(node)) : OptionalLong.empty();
        }

        void place(long node, Random random) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(10));
            positions.put(node, new Position(date, "p" + random.nextInt(2), random.nextInt(3), "text " + node));
        }

        void apply(Collection<Long> touched) {
            leaders.putAll(Grouping.regroup(this, touched));
        }

        Map<Long, Long> batch() {
            Graph fresh = new Graph();
            fresh.positions.putAll(positions);
            return Grouping.regroup(fresh, fresh.positions.keySet());
        }
    }

    @Property(tries = 200)
    void stepByStepEqualsAllAtOnce(@ForAll long seed) {
        Random random = new Random(seed);
        Graph graph = new Graph();
        for (int step = 0; step < 25; step++) {
            Set<Long> touched = new HashSet<>();
            for (int change = random.nextInt(3); change >= 0; change--) {
                long node = random.nextInt(18);
                if (graph.positions.containsKey(node) && random.nextBoolean()) {
                    graph.positions.remove(node);
                    graph.leaders.remove(node);
                    touched.remove(node);
                    graph.leaders.forEach((follower, leader) -> {
                        if (leader == node) {
                            touched.add(follower);
                        }
                    });
                } else {
                    graph.place(node, random);
                    touched.add(node);
                }
            }
            graph.apply(touched);
            assertThat(graph.leaders).isEqualTo(graph.batch());
        }
    }

    @Property(tries = 200)
    void membersResembleTheirLeaderWhichIsTheEarliest(@ForAll long seed) {
        Random random = new Random(seed);
        Graph graph = new Graph();
        for (long node = 0; node < 30; node++) {
            graph.place(node, random);
        }
        graph.batch().forEach((node, leader) -> {
            assertThat(node.equals(leader) || graph.similarity(node, leader) >= 0.7).isTrue();
            assertThat(graph.position(leader)).isLessThanOrEqualTo(graph.position(node));
        });
    }

    @Property(tries = 100)
    void aChangeTouchesNothingFarAway(@ForAll long seed) {
        Random random = new Random(seed);
        Set<Long> asked = new HashSet<>();
        Graph graph = new Graph() {
            @Override
            double similarity(long a, long b) {
                return a / 100 == b / 100 ? super.similarity(a, b) : 0;
            }

            @Override
            public Collection<Neighbour> neighbours(long node) {
                asked.add(node);
                return super.neighbours(node);
            }
        };
        for (long node = 0; node < 10; node++) {
            graph.place(node, random);
            graph.place(100 + node, random);
        }
        graph.apply(Set.copyOf(graph.positions.keySet()));
        asked.clear();
        graph.place(3, random);
        graph.apply(List.of(3L));
        assertThat(asked).allMatch(node -> node < 100);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        for (List<String> order : List.of(List.of(A, B, C), List.of(B, A, C), List.of(C, A, B), List.of(C, B, A))) {
            TextGraph graph = new TextGraph();
            for (String text : order) {
                graph.add(text);
            }
            assertThat(graph.leaderOf(B)).isEqualTo(A);
            assertThat(graph.leaderOf(C)).isEqualTo(C);
        }
    }

    @Test
    void aTextGoesToTheMostSimilarLeader() {
        TextGraph graph = new TextGraph();
        graph.add(A);
        graph.add(C);
        graph.add("bee cat dog elk fox gnu hen ibis jay");
        assertThat(graph.leaderOf("bee cat dog elk fox gnu hen ibis jay")).isEqualTo(C);
    }

    /** Real similarity; the earlier text by alphabet stands earlier, except that A is before C. */
    private static final class TextGraph extends Graph {
        private static final TokenSimilarity SIMILARITY = new TokenSimilarity();
        private static final List<String> BY_POSITION =
                List.of(A, B, C, "bee cat dog elk fox gnu hen ibis jay");

        void add(String text) {
            long node = BY_POSITION.indexOf(text);
            positions.put(node, new Position(LocalDate.of(2026, 1, 1).plusDays(node), "p", 1, text));
            apply(List.of(node));
        }

        String leaderOf(String text) {
            return BY_POSITION.get(leaders.get((long) BY_POSITION.indexOf(text)).intValue());
        }

        @Override
        double similarity(long a, long b) {
            return SIMILARITY.compare(
                    SIMILARITY.fingerprint(positions.get(a).text()), SIMILARITY.fingerprint(positions.get(b).text()));
        }
    }
}
