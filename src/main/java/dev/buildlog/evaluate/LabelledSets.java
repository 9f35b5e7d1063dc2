package dev.buildlog.evaluate;

import java.util.List;
import java.util.Set;

/**
 * Texts with the answers a person gave. Any of the lists may be empty.
 *
 * @param nearMisses pairs of clusters on one subject with different advice
 */
public record LabelledSets(
        List<Pair> pairs, List<Text> categories, List<Text> clusters, List<NearMiss> nearMisses, List<Entry> entries) {

    /**
     * Two texts.
     *
     * @param same whether they state one rule
     * @param kind in what way they are alike or differ, in the words of the set
     */
    public record Pair(String id, boolean same, String kind, String a, String b) {}

    /** @param label its category or cluster */
    public record Text(String id, String label, String text) {}

    public record NearMiss(String clusterA, String clusterB) {}

    /**
     * An entry and what should be taken from it.
     *
     * @param optional texts that count neither as hit nor as error
     * @param forbidden strings that must not occur in anything taken, whatever their case
     */
    public record Entry(String file, String text, List<Gold> gold, List<String> optional, List<String> forbidden) {}

    /**
     * One insight that should be taken.
     *
     * @param texts the insight as a reader sees it, and other renderings that count as the same
     * @param categories the author's category, and others that count as right
     * @param journey whether it is told in the narrative
     */
    public record Gold(List<String> texts, Set<String> categories, boolean journey) {}
}
