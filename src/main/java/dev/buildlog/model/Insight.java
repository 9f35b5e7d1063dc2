package dev.buildlog.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One learning as its author wrote it.
 *
 * @param text the learning as a reader sees it: one line, no list marker, no emphasis marks
 * @param category category key; empty until a step has decided
 * @param line first line of the learning in the entry, from 1
 * @param section headings above it, outermost first, joined by {@code " > "}
 * @param quote the source text it was taken from, unchanged (line feeds included)
 * @param extractor name of the extractor that took it
 * @param fingerprint what the de-duplicator compares; null where no step has made one
 * @param assessment how much it matters and where; null where no step has judged it
 * @param wording a clearer way to say the same, proposed for the rule; empty where there is none
 * @param hearsay whose words they are where they are not the author's: {@code quote}, {@code log}, {@code issue} or {@code web};
 *     empty for the author's own
 */
public record Insight(
        String text,
        String category,
        int line,
        String section,
        String quote,
        String extractor,
        @Nullable Fingerprint fingerprint,
        @Nullable Assessment assessment,
        String wording,
        String hearsay) {

    public Insight {
        // messages of earlier versions have neither
        hearsay = Objects.requireNonNullElse(hearsay, "");
        wording = Objects.requireNonNullElse(wording, "");
    }

    /** An insight as an extractor takes it: not judged, and worded as it is. */
    public Insight(String text, String category, int line, String section, String quote, String extractor,
            @Nullable Fingerprint fingerprint) {
        this(text, category, line, section, quote, extractor, fingerprint, null, "", "");
    }

    public Insight withCategory(String newCategory) {
        return new Insight(text, newCategory, line, section, quote, extractor, fingerprint, assessment, wording, hearsay);
    }

    public Insight withFingerprint(Fingerprint newFingerprint) {
        return new Insight(text, category, line, section, quote, extractor, newFingerprint, assessment, wording, hearsay);
    }

    public Insight withAssessment(Assessment newAssessment) {
        return new Insight(text, category, line, section, quote, extractor, fingerprint, newAssessment, wording, hearsay);
    }

    public Insight withWording(String newWording) {
        return new Insight(text, category, line, section, quote, extractor, fingerprint, assessment, newWording, hearsay);
    }

    public Insight withHearsay(String newHearsay) {
        return newHearsay.equals(hearsay) ? this : new Insight(text, category, line, section, quote, extractor, fingerprint,
                assessment, wording, newHearsay);
    }
}
