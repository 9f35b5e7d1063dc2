package dev.buildlog.curate;

import dev.buildlog.model.Fingerprint;
import java.util.List;

/**
 * A way to tell whether two texts say the same. Implementations are pure: the same text gives the same fingerprint for ever,
 * and {@link #compare} is symmetric.
 *
 * <p>Law: if {@code compare(a, b) >= threshold()} then {@code a} and {@code b} share at least one block.
 */
public interface Similarity {

    /** Name as in configuration and in {@link Fingerprint#backend()}. */
    String name();

    /** The fingerprint of {@code text}; never null, possibly without blocks (such a text resembles nothing). */
    Fingerprint fingerprint(String text);

    /** The fingerprints of {@code texts}, in their order; a backend that asks a model asks once for all. */
    default List<Fingerprint> fingerprints(List<String> texts) {
        return texts.stream().map(this::fingerprint).toList();
    }

    /**
     * Decodes a fingerprint of this backend, once for many comparisons.
     *
     * @throws IllegalArgumentException if it is of another backend
     */
    Reading read(Fingerprint fingerprint);

    /** A decoded fingerprint; compares with those of its own backend only. */
    interface Reading {

        /** How alike the two are, as in {@link Similarity#compare}. */
        double compare(Reading other);
    }

    /**
     * How alike two fingerprints of this backend are, 0 (nothing in common, or opposites) to 1 (the same).
     *
     * @throws IllegalArgumentException if one is of another backend
     */
    default double compare(Fingerprint a, Fingerprint b) {
        return read(a).compare(read(b));
    }

    /** From which similarity on two texts belong to one rule. */
    double threshold();
}
