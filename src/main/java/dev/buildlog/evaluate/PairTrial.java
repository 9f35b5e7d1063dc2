package dev.buildlog.evaluate;

import dev.buildlog.curate.Similarity;
import dev.buildlog.evaluate.LabelledSets.Pair;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Insight;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scores which pairs of texts would share a rule, were they in one category. */
record PairTrial(Evaluation evaluation) {

    Report.Pairs run(List<Pair> pairs) {
        Share accuracy = Share.NONE;
        Counts merging = Counts.NONE;
        Map<String, Share> merged = new TreeMap<>();
        Set<String> falseKinds = new TreeSet<>();
        long begin = System.nanoTime();
        for (Pair pair : pairs) {
            double alike = similarity(evaluation, pair.a(), pair.b());
            boolean merges = alike > 0;
            accuracy = accuracy.plus(merges == pair.same());
            merging = merging.plus(new Counts(merges && pair.same() ? 1 : 0, merges && !pair.same() ? 1 : 0,
                    !merges && pair.same() ? 1 : 0));
            merged.merge(pair.kind(), Share.NONE.plus(merges), (all, one) -> all.plus(merges));
            if (!pair.same()) {
                falseKinds.add(pair.kind());
            }
            evaluation.tell(Decision.of("pairs", pair.id(), merges == pair.same(), "kind", pair.kind(), "same", pair.same(),
                    "merged", merges, "similarity", alike, "a", pair.a(), "b", pair.b()));
        }
        return new Report.Pairs(accuracy, merging, merged, falseKinds, Evaluation.millis(begin, pairs.size()));
    }

    /** Similarity of two texts, at least the backend's threshold; 0 if they would not share a rule. */
    static double similarity(Evaluation evaluation, String a, String b) {
        Fingerprint one = evaluation.learn(a).map(Insight::fingerprint).orElse(null);
        Fingerprint other = evaluation.learn(b).map(Insight::fingerprint).orElse(null);
        if (one == null || other == null || !one.backend().equals(other.backend())) {
            return 0;
        }
        Similarity backend = evaluation.subject().backend(one);
        double alike = backend.compare(one, other);
        return alike >= backend.threshold() ? alike : 0;
    }
}
