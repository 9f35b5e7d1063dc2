package dev.buildlog.curate;

/**
 * Takes the endings off English words that only inflect: plural, {@code -ed}, {@code -ing} and the silent {@code e}.
 * What is left need not be a word; it only has to be the same for the forms of one word.
 */
final class Stem {

    private static final int SHORTEST = 3;

    private Stem() {}

    static String of(String word) {
        if (word.length() <= SHORTEST || !isPlainLatin(word)) {
            return word;
        }
        String singular = singular(word);
        String bare = without(singular, "ing");
        if (bare == singular && !singular.endsWith("eed")) {
            bare = without(singular, "ed");
        }
        if (bare != singular) {
            return undouble(bare);
        }
        return singular.length() > SHORTEST && singular.endsWith("e") ? singular.substring(0, singular.length() - 1) : singular;
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > SHORTEST + 1) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** The same object where {@code ending} is missing or where too little would be left. */
    private static String without(String word, String ending) {
        int rest = word.length() - ending.length();
        return word.endsWith(ending) && rest >= SHORTEST && hasVowel(word, rest) ? word.substring(0, rest) : word;
    }

    private static String undouble(String word) {
        int last = word.length() - 1;
        boolean doubled = word.charAt(last) == word.charAt(last - 1) && "ls".indexOf(word.charAt(last)) < 0;
        if (word.endsWith("i")) {
            return word.substring(0, last) + "y";
        }
        return doubled && last >= SHORTEST ? word.substring(0, last) : word;
    }

    private static boolean hasVowel(String word, int end) {
        for (int i = 0; i < end; i++) {
            if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlainLatin(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
