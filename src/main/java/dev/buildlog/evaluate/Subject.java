package dev.buildlog.evaluate;

import dev.buildlog.curate.Similarity;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;

/** What is measured: a configured pipeline as a function. */
public interface Subject {

    /** The entry as the learn route would have it recorded. */
    EntryVersion learn(EntryVersion entry);

    /** The backend that made a fingerprint. */
    Similarity backend(Fingerprint fingerprint);
}
