package dev.buildlog.curate;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.List;

/** Gives each insight the fingerprint by which the ledger finds insights that say the same. */
public class Deduplicator {

    private Similarities similarities = Similarities.builtIn();
    private String backend = TokenSimilarity.NAME;

    /** The backends to choose from, the built-in ones unless set. */
    public void setSimilarities(Similarities similarities) {
        this.similarities = similarities;
    }

    /** Name of the similarity backend, {@code token} unless set. */
    public void setBackend(String backend) {
        this.backend = backend;
    }

    /** @throws dev.buildlog.model.BuildlogException (bad configuration) if the backend is unknown */
    public EntryVersion fingerprint(EntryVersion entry) {
        List<Insight> insights = entry.insights();
        List<Fingerprint> fingerprints = similarities.get(backend).fingerprints(insights.stream().map(Insight::text).toList());
        List<Insight> fingerprinted = new ArrayList<>();
        for (int i = 0; i < insights.size(); i++) {
            fingerprinted.add(insights.get(i).withFingerprint(fingerprints.get(i)));
        }
        return entry.withInsights(fingerprinted);
    }
}
