package dev.buildlog.evaluate;

import dev.buildlog.curate.Grouping;
import dev.buildlog.curate.SimilarityGraph;
import dev.buildlog.evaluate.LabelledSets.NearMiss;
import dev.buildlog.evaluate.LabelledSets.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Scores how a pile of texts is grouped into rules, were they all in one category. */
record ClusterTrial(Evaluation evaluation) {

    Report.Clusters run(List<Text> texts, List<NearMiss> nearMisses) {
        long begin = System.nanoTime();
        Map<Long, Long> leaders = Grouping.regroup(new Pile(evaluation, texts),
                LongStream.range(0, texts.size()).boxed().toList());
        double millis = Evaluation.millis(begin, texts.size());
        Counts pairwise = Counts.NONE;
        for (int a = 0; a < texts.size(); a++) {
            for (int b = 0; b < a; b++) {
                boolean together = leaders.get((long) a).equals(leaders.get((long) b));
                boolean same = texts.get(a).label().equals(texts.get(b).label());
                pairwise = pairwise.plus(new Counts(together && same ? 1 : 0, together && !same ? 1 : 0,
                        !together && same ? 1 : 0));
            }
            String leader = texts.get(leaders.get((long) a).intValue()).label();
            evaluation.tell(Decision.of("clusters", texts.get(a).id(), leader.equals(texts.get(a).label()), "cluster",
                    texts.get(a).label(), "group", texts.get(leaders.get((long) a).intValue()).id(), "text",
                    texts.get(a).text()));
        }
        Share misses = Share.NONE;
        for (NearMiss miss : nearMisses) {
            misses = misses.plus(meet(miss, texts, leaders));
        }
        return new Report.Clusters(pairwise, misses, millis);
    }

    private static boolean meet(NearMiss miss, List<Text> texts, Map<Long, Long> leaders) {
        return leaders(miss.clusterA(), texts, leaders).stream().anyMatch(leaders(miss.clusterB(), texts, leaders)::contains);
    }

    private static List<Long> leaders(String cluster, List<Text> texts, Map<Long, Long> leaders) {
        return LongStream.range(0, texts.size()).filter(i -> texts.get((int) i).label().equals(cluster))
                .mapToObj(leaders::get).toList();
    }

    /** The texts in their order, none grouped yet. */
    private record Pile(Evaluation evaluation, List<Text> texts) implements SimilarityGraph {

        @Override
        public Position position(long node) {
            return new Position(LocalDate.EPOCH, "", (int) node + 1, texts.get((int) node).text());
        }

        @Override
        public Collection<Neighbour> neighbours(long node) {
            List<Neighbour> found = new ArrayList<>();
            for (int other = 0; other < texts.size(); other++) {
                double alike = other == node
                        ? 0
                        : PairTrial.similarity(evaluation, texts.get((int) node).text(), texts.get(other).text());
                if (alike > 0) {
                    found.add(new Neighbour(other, alike));
                }
            }
            return found;
        }

        @Override
        public OptionalLong leader(long node) {
            return OptionalLong.empty();
        }
    }
}
