package dev.buildlog.curate.gate;

import com.ibm.icu.text.SpoofChecker;

/** What letters look like. Loaded with the first text that gives a reason to ask: reading ICU's tables takes a while. */
final class Skeletons {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

    private Skeletons() {}

    /** Whether {@code letters} look like letters of the Latin alphabet, each of them. */
    static boolean looksLatin(String letters) {
        String skeleton = CHECKER.getSkeleton(letters);
        return !skeleton.isEmpty() && skeleton.chars().allMatch(Ascii::isLetter);
    }
}
