package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Vectors of texts, each component in 8 bits, from a model or remembered. Eight bits change a cosine by less than 0.01 and take
 * a quarter of the room; what is remembered equals what the model gave.
 */
public final class Vectors {

    private static final int MOST = 127;

    private final Embedder embedder;
    private final VectorCache cache;

    public Vectors(Embedder embedder, VectorCache cache) {
        this.embedder = embedder;
        this.cache = cache;
    }

    /**
     * One vector for each text, in their order. Abbreviations are read as what they are short for.
     *
     * @throws dev.buildlog.model.BuildlogException if the model cannot be loaded or reached
     */
    public List<byte[]> of(List<String> texts) {
        List<String> spelt = texts.stream().map(Abbreviations::spelt).toList();
        Set<String> missing = new LinkedHashSet<>(spelt);
        Map<String, byte[]> known = new HashMap<>(cache.find(embedder.name(), missing));
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            Map<String, byte[]> made = make(List.copyOf(missing));
            cache.keep(embedder.name(), made);
            known.putAll(made);
        }
        return spelt.stream().map(known::get).toList();
    }

    private Map<String, byte[]> make(List<String> texts) {
        List<float[]> vectors = embedder.embed(texts);
        Map<String, byte[]> made = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            made.put(texts.get(i), bytes(vectors.get(i)));
        }
        return made;
    }

    private static byte[] bytes(float[] vector) {
        float largest = Float.MIN_NORMAL;
        for (float x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] / largest * MOST);
        }
        return bytes;
    }

    /** Scalar product of two vectors of one dimension; with up to 130,000 components it cannot overflow. */
    static int product(byte[] a, byte[] b) {
        int product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }
}
