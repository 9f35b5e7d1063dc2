package dev.buildlog.model;

import java.util.List;

/**
 * What a similarity backend needs of a text to compare it with others, in a form that can be stored.
 *
 * <p>Two texts that a backend would merge share at least one block, so looking up blocks finds every candidate.
 *
 * @param backend name of the backend that made it; only fingerprints of one backend can be compared
 * @param data the backend's own encoding
 * @param blocks keys under which candidates are found, distinct and sorted
 */
public record Fingerprint(String backend, String data, List<Long> blocks) {

    public Fingerprint {
        blocks = List.copyOf(blocks);
    }
}
