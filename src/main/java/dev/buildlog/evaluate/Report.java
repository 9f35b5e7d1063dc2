package dev.buildlog.evaluate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found; a part is null where its set is absent.
 *
 * @param extraction what was taken from entries
 * @param categories how single texts were categorised
 * @param pairs which pairs would share a rule
 * @param clusters how a pile of texts was grouped
 */
public record Report(
        @Nullable Extraction extraction, @Nullable Categories categories, @Nullable Pairs pairs, @Nullable Clusters clusters) {

    /**
     * @param all over all insights
     * @param withoutJourney leaving aside the lessons told in the narrative
     * @param category right categories over the hits
     * @param forbidden how many forbidden strings were found in what was taken
     * @param millis milliseconds an entry
     */
    public record Extraction(Counts all, Counts withoutJourney, Share category, int forbidden, double millis) {}

    /**
     * @param accuracy right ones over all; a text left uncategorised is not right
     * @param confusion numbers of texts by expected category, then by the one decided
     * @param millis milliseconds a text
     */
    public record Categories(Share accuracy, Map<String, Map<String, Integer>> confusion, double millis) {}

    /**
     * @param accuracy right decisions over all pairs
     * @param merging merging as the thing to find
     * @param merged share of pairs merged, by kind: of those that are the same the more the better, of others none is best
     * @param falseKinds kinds of pairs that must not merge
     * @param millis milliseconds a pair
     */
    public record Pairs(
            Share accuracy, Counts merging, Map<String, Share> merged, java.util.Set<String> falseKinds, double millis) {}

    /**
     * @param pairwise over all pairs of texts, being in one group as the thing to find
     * @param nearMisses pairs of clusters of which a text of one shares a group with a text of the other, over all such pairs
     * @param millis milliseconds a text
     */
    public record Clusters(Counts pairwise, Share nearMisses, double millis) {}
}
