package dev.buildlog.curate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What single words and phrases mean to {@link TokenProfile}, read from the word lists once. */
final class Vocabulary {

    static final Set<String> STOP_WORDS = WordList.set("stop-words.txt");
    static final Set<String> NEGATIONS = WordList.set("negations.txt");
    static final List<String> UNSPACED_NEGATIONS = WordList.words("negations-unspaced.txt");
    static final Set<String> DIRECTIONS = WordList.set("directions.txt");

    private static final Map<String, String> SYNONYMS = synonyms();

    /** Canonical names of technologies. */
    static final Set<String> TECHNOLOGIES = WordList.words("technologies.txt").stream()
            .map(Vocabulary::canonical)
            .collect(Collectors.toUnmodifiableSet());

    /** Opposite by stem, both ways; a word may have several. */
    static final Map<String, Set<String>> ANTONYMS = antonyms();

    /** First word of a phrase to the phrases that begin with it (words, then what they are read as), longest first. */
    static final Map<String, List<Phrase>> PHRASES = phrases();

    /** Position in the list of common words, 0 for the most frequent. */
    static final Map<String, Integer> COMMON = common();


    /** @param reading empty for nothing, {@code @name} for an order word or a contrast, else words */
    record Phrase(List<String> words, String reading) {}

    private Vocabulary() {}

    /** What stands for {@code word} and all its forms and synonyms. */
    static String canonical(String word) {
        String exact = SYNONYMS.get(word);
        if (exact != null) {
            return exact;
        }
        String stem = Stem.of(word);
        return SYNONYMS.getOrDefault(stem, stem);
    }

    private static Map<String, String> synonyms() {
        Map<String, String> synonyms = new HashMap<>();
        for (String line : WordList.lines("synonyms.txt")) {
            String[] parts = line.split(":\\s*");
            String canonical = Stem.of(parts[0]);
            for (String source : parts[1].split("\\s+")) {
                synonyms.put(source, canonical);
                synonyms.put(Stem.of(source), canonical);
            }
        }
        return Map.copyOf(synonyms);
    }

    private static Map<String, Set<String>> antonyms() {
        Map<String, Set<String>> antonyms = new HashMap<>();
        for (String line : WordList.lines("antonyms.txt")) {
            String[] pair = line.split("\\s+");
            String left = canonical(pair[0]);
            String right = canonical(pair[1]);
            antonyms.computeIfAbsent(left, k -> new HashSet<>()).add(right);
            antonyms.computeIfAbsent(right, k -> new HashSet<>()).add(left);
        }
        return Map.copyOf(antonyms);
    }

    private static Map<String, List<Phrase>> phrases() {
        return WordList.lines("phrases.txt").stream()
                .map(line -> line.split("\\s*=\\s*", 2))
                .map(parts -> new Phrase(List.of(parts[0].split("\\s+")), parts[1].strip()))
                .sorted((a, b) -> Integer.compare(b.words().size(), a.words().size()))
                .collect(Collectors.groupingBy(phrase -> phrase.words().get(0), LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, Integer> common() {
        Map<String, Integer> common = new HashMap<>();
        for (String word : WordList.words("common-words.txt")) {
            common.putIfAbsent(canonical(word), common.size());
        }
        return Map.copyOf(common);
    }
}
