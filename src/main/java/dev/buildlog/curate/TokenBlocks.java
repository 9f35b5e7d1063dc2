package dev.buildlog.curate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keys under which texts with a Jaccard similarity of at least 0.7 meet.
 *
 * <p>Two sets of n and m tokens that are so similar share at least o = ceil(t / (1 + t) * (n + m)) tokens. Put both in one
 * fixed order: then among the first n - o + k tokens of the one and the first m - o + k of the other at least k are shared,
 * for any k up to o (the k first shared tokens leave room for o - k more behind them). So each set files itself under
 * every k-element subset of such a prefix. A large k makes few accidental meetings but many subsets; {@link #level} picks
 * it by the size of the larger set, which both sides know for every size the other may have.
 *
 * <p>Prefix filtering: Chaudhuri, Ganti, Kaushik, "A Primitive Operator for Similarity Joins" (2006); longer prefixes: Wang,
 * Li, Feng, "Can we beat the prefix filtering?" (2012).
 */
final class TokenBlocks {

    static final double THRESHOLD = 0.7;

    /** Prefix length by own size and level; 0 where a size does not use a level. */
    private static final int[][] PREFIX = prefixes();

    /** Rare words first: what is not in the list of common words, by hash, then the common ones, the most common last. */
    private static final Comparator<String> RARE_FIRST = Comparator.<String>comparingInt(
                    t -> -Vocabulary.COMMON.getOrDefault(t, Integer.MAX_VALUE))
            .thenComparingLong(TokenBlocks::hash)
            .thenComparing(Comparator.naturalOrder());

    private TokenBlocks() {}

    /** Distinct sorted keys of a text; at most {@link TokenProfile#MOST_TOKENS} tokens. */
    static List<Long> of(String signature, Collection<String> tokens) {
        long seed = hash(signature);
        long[] ordered = tokens.stream().sorted(RARE_FIRST).mapToLong(TokenBlocks::hash).toArray();
        SortedSet<Long> keys = new TreeSet<>();
        for (int level = 1; level < PREFIX[ordered.length].length; level++) {
            int prefix = PREFIX[ordered.length][level];
            if (prefix > 0) {
                subsets(Arrays.copyOf(ordered, prefix), 0, level, mix(seed + level), keys);
            }
        }
        return List.copyOf(keys);
    }

    private static void subsets(long[] from, int start, int missing, long key, Collection<Long> keys) {
        if (missing == 0) {
            keys.add(key);
            return;
        }
        for (int i = start; i + missing <= from.length; i++) {
            subsets(from, i + 1, missing - 1, mix(key ^ from[i]), keys);
        }
    }

    /** The {@code most} tokens with the smallest hashes: a sample that is the same for equal sets. */
    static SortedSet<String> sample(SortedSet<String> tokens, int most) {
        if (tokens.size() <= most) {
            return tokens;
        }
        return tokens.stream()
                .sorted(Comparator.comparingLong(TokenBlocks::hash))
                .limit(most)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    /** FNV-1a over UTF-16 units, then mixed: stable for ever, unlike {@code hashCode} not weak in its high bits. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** Finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Size of the subsets under which pairs meet whose larger set has {@code larger} tokens. */
    private static int level(int larger) {
        if (larger <= 3) {
            return larger;
        }
        if (larger <= 6) {
            return larger - 1;
        }
        return larger <= 9 ? 3 : 2;
    }

    private static int overlap(int n, int m) {
        return (7 * (n + m) + 16) / 17;
    }

    private static int[][] prefixes() {
        int most = TokenProfile.MOST_TOKENS;
        int[][] prefix = new int[most + 1][6];
        for (int n = 1; n <= most; n++) {
            for (int m = 1; m <= most; m++) {
                int overlap = overlap(n, m);
                if (overlap <= Math.min(n, m)) {
                    int level = level(Math.max(n, m));
                    prefix[n][level] = Math.max(prefix[n][level], n - overlap + level);
                }
            }
        }
        return prefix;
    }
}
