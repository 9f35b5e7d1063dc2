package dev.buildlog.bench;

import java.util.Random;

/** Advice in made-up words, the same for the same seed, that resembles nothing else. */
final class Wording {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";

    private final Random random;

    Wording(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return "Prefer " + word() + " " + word() + " over " + word() + " in " + word() + " " + word();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < 4; syllable++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }
}
