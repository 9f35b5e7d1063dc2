package dev.buildlog.curate;

import dev.buildlog.model.Fingerprint;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/**
 * Texts are alike when the vectors that a model gives them point the same way: cosine similarity, as far as {@link Guard} finds
 * nothing that turns one text against the other. A text that gives a reason is compared with one that gives none by its
 * {@link Gist} too.
 *
 * <p>Every text is in one block: a candidate is whatever is in the same category, and none is overlooked.
 */
public final class EmbeddingSimilarity implements Similarity {

    private static final List<Long> ONE_BLOCK = List.of(0L);
    private static final int LINES = 1 + TokenProfile.LINES;

    private final String name;
    private final double threshold;
    private final Vectors vectors;

    /**
     * @param name as in configuration
     * @param threshold cosine from which on two texts say the same, 0 to 1; each model has its own scale
     */
    public EmbeddingSimilarity(String name, double threshold, Vectors vectors) {
        this.name = name;
        this.threshold = threshold;
        this.vectors = vectors;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double threshold() {
        return threshold;
    }

    @Override
    public Fingerprint fingerprint(String text) {
        return fingerprints(List.of(text)).get(0);
    }

    @Override
    public List<Fingerprint> fingerprints(List<String> texts) {
        List<List<String>> readings = texts.stream().map(EmbeddingSimilarity::readings).toList();
        Iterator<byte[]> made = vectors.of(readings.stream().flatMap(List::stream).toList()).iterator();
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (List<String> reading : readings) {
            List<String> lines = new ArrayList<>();
            for (String text : reading) {
                lines.add(Base64.getEncoder().encodeToString(made.next()));
                lines.add(TokenProfile.of(text).encoded());
            }
            fingerprints.add(new Fingerprint(name, String.join("\n", lines), ONE_BLOCK));
        }
        return fingerprints;
    }

    /** The whole text, then its gist if that is less. */
    private static List<String> readings(String text) {
        String gist = Gist.of(text);
        return gist.equals(text) ? List.of(text) : List.of(text, gist);
    }

    @Override
    public double compare(Fingerprint a, Fingerprint b) {
        if (!a.backend().equals(name) || !b.backend().equals(name)) {
            throw new IllegalArgumentException("fingerprints of " + a.backend() + " and " + b.backend() + ", not of " + name);
        }
        if (a.data().equals(b.data())) {
            return 1;
        }
        double wholes = compare(a.data(), 0, b.data(), 0);
        int adviceA = TokenProfile.skip(a.data(), LINES);
        int adviceB = TokenProfile.skip(b.data(), LINES);
        return wholes >= threshold || adviceA > 0 == adviceB > 0
                ? wholes
                : Math.max(wholes, compare(a.data(), adviceA, b.data(), adviceB));
    }

    /** Compares the reading that begins at {@code i} in {@code a} with the one that begins at {@code j} in {@code b}. */
    private double compare(String a, int i, String b, int j) {
        int endA = a.indexOf('\n', i);
        int endB = b.indexOf('\n', j);
        double cosine = Vectors.cosine(vector(a, i, endA), vector(b, j, endB));
        return cosine >= threshold && Guard.refuses(profile(a, endA + 1), profile(b, endB + 1)) ? 0 : cosine;
    }

    private static byte[] vector(String data, int start, int end) {
        return Base64.getDecoder().decode(data.substring(start, end));
    }

    private static TokenProfile profile(String data, int start) {
        return TokenProfile.decode(data.substring(start));
    }
}
