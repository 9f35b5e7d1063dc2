package dev.buildlog.model;

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
 */
public record Insight(
        String text,
        String category,
        int line,
        String section,
        String quote,
        String extractor,
        @Nullable Fingerprint fingerprint) {

    public Insight withCategory(String newCategory) {
        return new Insight(text, newCategory, line, section, quote, extractor, fingerprint);
    }

    public Insight withFingerprint(Fingerprint newFingerprint) {
        return new Insight(text, category, line, section, quote, extractor, newFingerprint);
    }
}
