package dev.buildlog.curate;

import dev.buildlog.model.Fingerprint;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    public Reading read(Fingerprint fingerprint) {
        if (!fingerprint.backend().equals(name)) {
            throw new IllegalArgumentException("a fingerprint of backend " + fingerprint.backend() + ", not " + name);
        }
        String data = fingerprint.data();
        int advice = TokenProfile.skip(data, LINES);
        return new Meaning(threshold, data, aspect(data, 0), advice == 0 ? null : aspect(data, advice));
    }

    private static Aspect aspect(String data, int start) {
        int end = data.indexOf('\n', start);
        byte[] vector = Base64.getDecoder().decode(data.substring(start, end));
        return new Aspect(vector, Math.sqrt(Vectors.product(vector, vector)), data, end + 1);
    }

    /** @param advice the gist, where the text gives a reason besides */
    private record Meaning(double threshold, String data, Aspect whole, @Nullable Aspect advice) implements Reading {

        @Override
        public double compare(Reading reading) {
            Meaning other = (Meaning) reading;
            if (data.equals(other.data)) {
                return 1;
            }
            double wholes = whole.compare(other.whole, threshold);
            if (wholes >= threshold || (advice == null) == (other.advice == null)) {
                return wholes;
            }
            Aspect mine = advice == null ? whole : advice;
            Aspect theirs = other.advice == null ? other.whole : other.advice;
            return Math.max(wholes, mine.compare(theirs, threshold));
        }
    }

    /**
     * @param length of the vector
     * @param profile where the profile begins in {@code data}; hardly ever needed
     */
    private record Aspect(byte[] vector, double length, String data, int profile) {

        double compare(Aspect other, double threshold) {
            int product = Vectors.product(vector, other.vector);
            double cosine = product <= 0 ? 0 : Math.min(1, product / (length * other.length));
            boolean refused = cosine >= threshold && Guard.refuses(TokenProfile.decode(data.substring(profile)),
                    TokenProfile.decode(other.data.substring(other.profile)));
            return refused ? 0 : cosine;
        }
    }
}
