package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each insight the fingerprint by which the ledger finds insights that say the same. */
public class Deduplicator {

    private static final Logger LOG = LoggerFactory.getLogger(Deduplicator.class);

    private Similarities similarities = Similarities.builtIn();
    private String backend = TokenSimilarity.NAME;
    private final AtomicReference<String> told = new AtomicReference<>("");

    /** The backends to choose from, the built-in ones unless set. */
    public void setSimilarities(Similarities similarities) {
        this.similarities = similarities;
    }

    /** Name of the similarity backend, {@code token} unless set. */
    public void setBackend(String backend) {
        this.backend = backend;
    }

    /**
     * Where the backend's model gives no answer now, the built-in backend stands in, and the entry is to be sent again.
     *
     * @throws BuildlogException (bad configuration) if the backend is unknown, or cannot be used as it is set up
     */
    public EntryVersion fingerprint(EntryVersion entry) {
        try {
            return fingerprint(entry, similarities.get(backend));
        } catch (BuildlogException e) {
            if (e.kind() == BuildlogException.Kind.BAD_CONFIGURATION) {
                throw e;
            }
            String cause = String.valueOf(e.getMessage());
            // a journal of a thousand entries shall not say it a thousand times
            if (!cause.equals(told.getAndSet(cause))) {
                LOG.warn("{} and maybe others: compared by words for now, and again later: {}", entry.path(), cause);
            }
            Remark remark = new Remark(1, "", "Compared by words for now: " + cause);
            return fingerprint(entry, similarities.get(TokenSimilarity.NAME)).plusRemarks(List.of(remark)).postpone();
        }
    }

    private static EntryVersion fingerprint(EntryVersion entry, Similarity similarity) {
        List<Insight> insights = entry.insights();
        List<Fingerprint> fingerprints = similarity.fingerprints(insights.stream().map(Insight::text).toList());
        List<Insight> fingerprinted = new ArrayList<>();
        for (int i = 0; i < insights.size(); i++) {
            fingerprinted.add(insights.get(i).withFingerprint(fingerprints.get(i)));
        }
        return entry.withInsights(fingerprinted);
    }
}
