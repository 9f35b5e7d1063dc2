package dev.buildlog.curate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What single words and phrases mean to {@link TokenProfile}, read from the word lists once. */
final class Vocabulary {

    static final Set<String> STOP_WORDS = WordList.set("stop-words.txt");
    static final Set<String> NEGATIONS = WordList.set("negations.txt");
    static final List<String> UNSPACED_NEGATIONS = WordList.words("negations-unspaced.txt");
    static final Set<String> DIRECTIONS = WordList.set("directions.txt");

    /** Number in digits by its word. */
    static final Map<String, String> NUMBERS = sources("number-words.txt");

    /** Unit by any way of writing it. */
    static final Map<String, String> UNITS = sources("units.txt");

    private static final Map<String, String> SYNONYMS = synonyms();

    /** Canonical names of technologies. */
    static final Set<String> TECHNOLOGIES = WordList.words("technologies.txt").stream()
            .map(Vocabulary::canonical)
            .collect(Collectors.toUnmodifiableSet());

    /** Opposite by stem, both ways; a word may have several. */
    private static final Map<String, Set<String>> ANTONYMS = antonyms();

    private static final List<String> REVERSING = List.of("un", "dis", "non");
    private static final int SHORTEST_REVERSED = 3;

    /** First word of a phrase to the phrases that begin with it (words, then what they are read as), longest first. */
    static final Map<String, List<Phrase>> PHRASES = phrases();

    /** Position in the list of common words, 0 for the most frequent. */
    static final Map<String, Integer> COMMON = common();


    /** @param reading empty for nothing, {@code @name} for an order word or a contrast, else words */
    record Phrase(List<String> words, String reading) {}

    private Vocabulary() {}

    /** Whether {@code others} hold an opposite of {@code token}: a known one, or the same with {@code un-} and the like. */
    static boolean areOpposites(String token, Set<String> others) {
        return ANTONYMS.getOrDefault(token, Set.of()).stream().anyMatch(others::contains)
                || others.stream().anyMatch(other -> reverses(token, other) || reverses(other, token));
    }

    private static boolean reverses(String longer, String word) {
        return word.length() >= SHORTEST_REVERSED
                && longer.endsWith(word)
                && REVERSING.contains(longer.substring(0, longer.length() - word.length()));
    }

    /** What stands for {@code word} and all its forms and synonyms. */
    static String canonical(String word) {
        String exact = SYNONYMS.get(word);
        if (exact != null) {
            return exact;
        }
        String stem = Stem.of(word);
        return SYNONYMS.getOrDefault(stem, stem);
    }

    /** Left side by each word of the right side, as they stand. */
    private static Map<String, String> sources(String name) {
        Map<String, String> sources = new HashMap<>();
        for (String line : WordList.lines(name)) {
            String[] parts = line.split(":\\s*");
            for (String source : parts[1].split("\\s+")) {
                sources.put(source, parts[0]);
            }
        }
        return Map.copyOf(sources);
    }

    private static Map<String, String> synonyms() {
        Map<String, String> synonyms = new HashMap<>();
        Abbreviations.words().filter(form -> !form.getKey().contains(" ")).forEach(form -> {
            synonyms.put(form.getKey(), Stem.of(form.getValue()));
            synonyms.put(Stem.of(form.getKey()), Stem.of(form.getValue()));
        });
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
        Stream<Phrase> written = WordList.lines("phrases.txt").stream()
                .map(line -> line.split("\\s*=\\s*", 2))
                .map(parts -> new Phrase(List.of(parts[0].split("\\s+")), parts[1].strip()));
        Stream<Phrase> spelt = Abbreviations.words()
                .filter(form -> form.getKey().contains(" "))
                .map(form -> new Phrase(WordReader.read(form.getKey()).stream().map(Word::text).toList(), form.getValue()));
        return Stream.concat(written, spelt)
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
