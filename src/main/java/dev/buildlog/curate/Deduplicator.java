package dev.buildlog.curate;

import dev.buildlog.model.EntryVersion;

/** Gives each insight the fingerprint by which the ledger finds insights that say the same. */
public class Deduplicator {

    private final Similarities similarities;
    private String backend = TokenSimilarity.NAME;

    public Deduplicator() {
        this(Similarities.builtIn());
    }

    public Deduplicator(Similarities similarities) {
        this.similarities = similarities;
    }

    /** Name of the similarity backend, {@code token} unless set. */
    public void setBackend(String backend) {
        this.backend = backend;
    }

    /** @throws dev.buildlog.model.BuildlogException (bad configuration) if the backend is unknown */
    public EntryVersion fingerprint(EntryVersion entry) {
        Similarity similarity = similarities.get(backend);
        return entry.withInsights(entry.insights().stream()
                .map(insight -> insight.withFingerprint(similarity.fingerprint(insight.text())))
                .toList());
    }
}
