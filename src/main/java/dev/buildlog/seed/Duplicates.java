package dev.buildlog.seed;

import dev.buildlog.curate.Grouping;
import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.SimilarityGraph;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Insight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Finds rules that say the same, within a source and across sources, by the fingerprints that the route made and by the
 * grouping of the ledger. Rules without a fingerprint are the same only where their texts are, case aside.
 */
final class Duplicates implements SimilarityGraph {

    private final List<Insight> rules;
    private final Map<String, Similarity> backends;
    private final Map<Object, List<Integer>> byBlock = new HashMap<>();

    private Duplicates(List<Insight> rules, Map<String, Similarity> backends) {
        this.rules = rules;
        this.backends = backends;
        for (int i = 0; i < rules.size(); i++) {
            for (Object block : blocks(rules.get(i))) {
                byBlock.computeIfAbsent(block, key -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * For each rule the position of the one that stands for it: the first of those that say the same, often itself.
     *
     * @param rules in order of precedence
     * @param backends similarity backends by name
     */
    static int[] leaders(List<Insight> rules, Map<String, Similarity> backends) {
        Map<Long, Long> leaders = Grouping.regroup(new Duplicates(rules, backends),
                LongStream.range(0, rules.size()).boxed().toList());
        return LongStream.range(0, rules.size()).mapToInt(i -> leaders.get(i).intValue()).toArray();
    }

    /** A text as one of {@link #leaders}' rules. */
    static Insight insight(String text, Similarity similarity) {
        return new Insight(text, "", 1, "", text, "", similarity.fingerprint(text));
    }

    private static Collection<?> blocks(Insight rule) {
        List<Object> blocks = new ArrayList<>(List.of(rule.text().toLowerCase(Locale.ROOT)));
        if (rule.fingerprint() != null) {
            blocks.addAll(rule.fingerprint().blocks());
        }
        return blocks;
    }

    @Override
    public Position position(long node) {
        return new Position(LocalDate.EPOCH, "", (int) node + 1, rules.get((int) node).text());
    }

    @Override
    public Collection<Neighbour> neighbours(long node) {
        TreeSet<Integer> near = new TreeSet<>();
        blocks(rules.get((int) node)).forEach(block -> near.addAll(byBlock.get(block)));
        near.remove((int) node);
        List<Neighbour> neighbours = new ArrayList<>();
        for (int other : near) {
            double alike = alike(rules.get((int) node), rules.get(other));
            if (alike > 0) {
                neighbours.add(new Neighbour(other, alike));
            }
        }
        return neighbours;
    }

    /** How alike two rules are; 0 below the backend's threshold. */
    private double alike(Insight a, Insight b) {
        if (a.text().equalsIgnoreCase(b.text())) {
            return 1;
        }
        Fingerprint one = a.fingerprint();
        Fingerprint other = b.fingerprint();
        Similarity backend = one == null || other == null || !one.backend().equals(other.backend())
                ? null
                : backends.get(one.backend());
        double alike = backend == null ? 0 : backend.compare(one, other);
        return backend == null || alike < backend.threshold() ? 0 : alike;
    }

    @Override
    public OptionalLong leader(long node) {
        return OptionalLong.empty();
    }
}
