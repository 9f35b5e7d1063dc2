package dev.buildlog.seed;

import dev.buildlog.model.BuildlogException;

/** Brings the text of a source here. */
public interface Fetcher {

    /**
     * What a fetch gave.
     *
     * @param changed whether {@code text} is there; otherwise the version that is known is still the one in force
     * @param text Markdown or plain text with line feeds; empty where nothing changed
     * @param etag by which the server knows this version; empty where it gives none
     */
    record Fetched(boolean changed, String text, String etag) {}

    /**
     * Fetches a source.
     *
     * @param etag of the version that is known; empty to have the text in any case
     * @throws BuildlogException if it cannot be had; the message says why, in a sentence that ends what begins with the address
     */
    Fetched fetch(Source source, String etag);
}
