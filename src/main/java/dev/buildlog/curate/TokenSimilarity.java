package dev.buildlog.curate;

import dev.buildlog.model.Fingerprint;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Texts are alike when they use the same words: Jaccard similarity of canonical words, without a model.
 *
 * <p>What turns advice round is compared apart. Texts that differ in the number of negations, in order words
 * ({@code before}, {@code after}, {@code until}, {@code first}, {@code instead of}) or in numbers have similarity 0; so have
 * texts that {@link Guard} finds to speak against each other.
 *
 * <p>A text that gives a reason is compared with one that gives none by its {@link Gist} too.
 */
public final class TokenSimilarity implements Similarity {

    public static final String NAME = "token";

    /** Ends the lines of an encoding; no token holds it. */
    private static final char END = '\n';

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double threshold() {
        return TokenBlocks.THRESHOLD;
    }

    @Override
    public Fingerprint fingerprint(String text) {
        TokenProfile whole = TokenProfile.of(text);
        String gist = Gist.of(text);
        if (gist.equals(text)) {
            return new Fingerprint(NAME, whole.encoded(), blocks(whole));
        }
        TokenProfile advice = TokenProfile.of(gist);
        Collection<Long> blocks = new TreeSet<>(blocks(whole));
        blocks.addAll(blocks(advice));
        return new Fingerprint(NAME, whole.encoded() + END + advice.encoded(), List.copyOf(blocks));
    }

    private static List<Long> blocks(TokenProfile profile) {
        return TokenBlocks.of(profile.signature(), profile.tokens());
    }

    @Override
    public Reading read(Fingerprint fingerprint) {
        if (!fingerprint.backend().equals(NAME)) {
            throw new IllegalArgumentException("a fingerprint of backend " + fingerprint.backend() + ", not " + NAME);
        }
        return new Words(fingerprint.data());
    }

    /** Compared as it is encoded. */
    private record Words(String data) implements Reading {

        @Override
        public double compare(Reading other) {
            return TokenSimilarity.compare(data, ((Words) other).data);
        }
    }

    private static double compare(String a, String b) {
        double wholes = compare(a, 0, b, 0);
        int adviceA = TokenProfile.skip(a, TokenProfile.LINES);
        int adviceB = TokenProfile.skip(b, TokenProfile.LINES);
        if (wholes >= TokenBlocks.THRESHOLD || adviceA > 0 == adviceB > 0) {
            return wholes;
        }
        return Math.max(wholes, compare(a, adviceA, b, adviceB));
    }

    /** Compares the profile that begins at {@code i} in {@code a} with the one that begins at {@code j} in {@code b}. */
    private static double compare(String a, int i, String b, int j) {
        int signature = a.indexOf(END, i) + 1 - i;
        if (!a.regionMatches(i, b, j, signature)) {
            return 0;
        }
        double jaccard = jaccard(a, i + signature, b, j + signature);
        boolean reached = jaccard >= TokenBlocks.THRESHOLD;
        return reached && Guard.contradict(profile(a, i), profile(b, j)) ? 0 : jaccard;
    }

    private static TokenProfile profile(String data, int start) {
        return TokenProfile.decode(data.substring(start));
    }

    /** Walks both sorted token lists in step, on the encodings themselves. */
    private static double jaccard(String a, int startA, String b, int startB) {
        int i = startA;
        int j = startB;
        int shared = 0;
        int union = 0;
        while (a.charAt(i) != END && b.charAt(j) != END) {
            int order = compareTokens(a, i, b, j);
            shared += order == 0 ? 1 : 0;
            union++;
            i = order <= 0 ? next(a, i) : i;
            j = order >= 0 ? next(b, j) : j;
        }
        for (; a.charAt(i) != END; i = next(a, i)) {
            union++;
        }
        for (; b.charAt(j) != END; j = next(b, j)) {
            union++;
        }
        return (double) shared / union;
    }

    private static int compareTokens(String a, int i, String b, int j) {
        while (true) {
            char x = a.charAt(i++);
            char y = b.charAt(j++);
            boolean xEnds = x <= ' ';
            boolean yEnds = y <= ' ';
            if (xEnds || yEnds) {
                return xEnds && yEnds ? 0 : xEnds ? -1 : 1;
            }
            if (x != y) {
                return Character.compare(x, y);
            }
        }
    }

    private static int next(String data, int i) {
        int at = i;
        while (data.charAt(at) > ' ') {
            at++;
        }
        return data.charAt(at) == ' ' ? at + 1 : at;
    }
}
