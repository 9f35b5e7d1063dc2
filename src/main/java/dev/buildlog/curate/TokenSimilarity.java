package dev.buildlog.curate;

import dev.buildlog.model.Fingerprint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts are alike when they use the same words: Jaccard similarity of canonical words, without a model.
 *
 * <p>What turns advice round is compared apart. Texts that differ in the number of negations, in order words
 * ({@code before}, {@code after}, {@code until}, {@code first}, {@code instead of}) or in numbers have similarity 0; so have
 * texts that name different things where their words differ, and texts that swap the sides of an order word.
 */
public final class TokenSimilarity implements Similarity {

    public static final String NAME = "token";

    /** Ends the signature, the tokens and the names in the encoding; no token holds it. */
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
        TokenProfile profile = TokenProfile.of(text);
        String data = profile.signature() + END + String.join(" ", profile.tokens()) + END
                + String.join(" ", profile.names()) + END + String.join(" ", profile.heads());
        return new Fingerprint(NAME, data, TokenBlocks.of(profile.signature(), profile.tokens()));
    }

    @Override
    public double compare(Fingerprint a, Fingerprint b) {
        requireOwn(a);
        requireOwn(b);
        return compare(a.data(), b.data());
    }

    private static void requireOwn(Fingerprint fingerprint) {
        if (!fingerprint.backend().equals(NAME)) {
            throw new IllegalArgumentException("a fingerprint of backend " + fingerprint.backend() + ", not " + NAME);
        }
    }

    private static double compare(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int start = a.indexOf(END) + 1;
        if (!a.regionMatches(0, b, 0, start)) {
            return 0;
        }
        double jaccard = jaccard(a, b, start);
        return jaccard >= TokenBlocks.THRESHOLD && contradict(a.split("\n", -1), b.split("\n", -1)) ? 0 : jaccard;
    }

    /** Walks both sorted token lists in step, on the encodings themselves. */
    private static double jaccard(String a, String b, int start) {
        int i = start;
        int j = start;
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

    private static boolean contradict(String[] a, String[] b) {
        Set<String> tokensA = set(a[1]);
        Set<String> tokensB = set(b[1]);
        Set<String> onlyA = minus(tokensA, tokensB);
        Set<String> onlyB = minus(tokensB, tokensA);
        return onlyA.stream().anyMatch(t -> meets(Vocabulary.ANTONYMS.getOrDefault(t, Set.of()), onlyB))
                || meets(set(a[2]), onlyA) && meets(set(b[2]), onlyB)
                || swapped(minus(set(a[3]), set(b[3])), tokensB, minus(set(b[3]), set(a[3])), tokensA);
    }

    /** Whether one direction word leads to x here and to y there, though both texts speak of x and of y. */
    private static boolean swapped(Set<String> headsA, Set<String> tokensB, Set<String> headsB, Set<String> tokensA) {
        for (String a : headsA) {
            int end = a.indexOf('>') + 1;
            for (String b : headsB) {
                boolean sameWord = b.startsWith(a.substring(0, end));
                if (sameWord && tokensB.contains(a.substring(end)) && tokensA.contains(b.substring(end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meets(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static Set<String> minus(Set<String> a, Set<String> b) {
        Set<String> rest = new HashSet<>(a);
        rest.removeAll(b);
        return rest;
    }

    private static Set<String> set(String joined) {
        return joined.isEmpty() ? Set.of() : new HashSet<>(List.of(joined.split(" ")));
    }
}
