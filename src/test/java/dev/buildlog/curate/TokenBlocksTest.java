package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TokenBlocksTest {

    /** All pairs of sizes, each with no more in common than the threshold asks for. */
    @Property(tries = 20)
    void setsThatJustReachTheThresholdMeet(@ForAll long seed) {
        Random random = new Random(seed);
        for (int n = 1; n <= TokenProfile.MOST_TOKENS; n++) {
            for (int m = n; m <= TokenProfile.MOST_TOKENS && n >= 0.7 * m; m++) {
                int shared = fewestShared(n, m);
                if (shared <= n) {
                    Set<String> a = words(shared, random);
                    Set<String> b = new HashSet<>(a);
                    addUpTo(n, a, random);
                    addUpTo(m, b, random);
                    assertThat(TokenBlocks.of("0", a)).containsAnyElementsOf(TokenBlocks.of("0", b));
                }
            }
        }
    }

    @Property(tries = 50)
    void setsOfDifferentSignatureDoNotMeet(@ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
        Set<String> tokens = words(size, new Random(seed));
        assertThat(TokenBlocks.of("0", tokens)).doesNotContainAnyElementsOf(TokenBlocks.of("1", tokens));
    }

    private static int fewestShared(int n, int m) {
        int shared = 0;
        while (shared / (double) (n + m - shared) < 0.7) {
            shared++;
        }
        return shared;
    }

    private static Set<String> words(int count, Random random) {
        Set<String> words = new HashSet<>();
        addUpTo(count, words, random);
        return words;
    }

    private static void addUpTo(int count, Set<String> words, Random random) {
        while (words.size() < count) {
            words.add("w" + random.nextInt(1 << 20));
        }
    }
}
