package dev.buildlog.learn.proof;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds mistakes that were made before, from their texts. A mistake repeats an earlier one of the same class, made within the
 * window, told of by another review and in another session, whose words are like enough; of several the likest, then the latest.
 *
 * @param window how far back to look; zero for all the way
 * @param alike from which likeness on two texts tell of the same mistake, above 0 and up to 1
 */
public record Repeats(Duration window, double alike) {

    /** Of the way in which texts are compared: a figure is comparable with others of the same version. */
    public static final String VERSION = "words-1";

    /** A quarter of a year; six words in ten. */
    public static final Repeats USUAL = new Repeats(Duration.ofDays(90), 0.6);

    /** Where the mistake was made: a place in brackets, a path, a line number, any other number. */
    private static final Pattern PLACE = Pattern.compile(
            "\\[[^\\]]*\\]|\\S*[/\\\\]\\S*|\\b\\w+\\.\\w{1,5}:\\d+\\S*|\\b(?:at |on |in )?(?:line|lines|col|column)\\s+"
            + "\\d+|\\b\\d+\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Set<String> STOP = Set.of("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "in",
            "is", "it", "its", "of", "on", "or", "that", "the", "this", "to", "was", "when", "where", "which", "with");
    /** Words count as equal that begin alike, so that endings do not part them. */
    private static final int BEGINNING = 6;
    private static final Comparator<Told> ORDER = Comparator.comparing(Told::at).thenComparing(Told::id);

    /** @throws IllegalArgumentException if the window is negative or the likeness out of range */
    public Repeats {
        if (window.isNegative() || !(alike > 0 && alike <= 1)) {
            throw new IllegalArgumentException("a window is not negative, and likeness lies above 0 and up to 1; not " + window
                    + " and " + alike);
        }
    }

    /**
     * A mistake as it was told.
     *
     * @param kind its class, as a context key
     * @param session empty for none
     * @param review empty for none
     */
    public record Told(String id, String kind, String description, String session, String review, Instant at) {}

    /**
     * What a mistake repeats.
     *
     * @param earlier id of the earlier mistake
     * @param score likeness of the two texts, {@link Repeats#alike} to 1
     */
    public record Match(String earlier, double score) {}

    /** The mistakes that repeat another, by id; whatever order they come in. */
    public Map<String, Match> among(List<Told> mistakes) {
        List<Told> sorted = mistakes.stream().sorted(ORDER).toList();
        Map<String, List<Said>> earlier = new HashMap<>();
        Map<String, Match> repeats = new HashMap<>();
        for (Told told : sorted) {
            Said said = new Said(told, words(told.description()));
            List<Said> before = earlier.computeIfAbsent(told.kind(), kind -> new ArrayList<>());
            best(said, before).ifPresent(best -> repeats.put(told.id(), best));
            before.add(said);
        }
        return repeats;
    }

    /** What {@code mistake} repeats of {@code all}, which may hold it too: as {@link #among}, at the cost of one. */
    public Optional<Match> of(Told mistake, List<Told> all) {
        return best(new Said(mistake, words(mistake.description())), all.stream()
                .filter(other -> other.kind().equals(mistake.kind()) && ORDER.compare(other, mistake) < 0)
                .sorted(ORDER)
                .map(other -> new Said(other, words(other.description()))).toList());
    }

    private Optional<Match> best(Said said, List<Said> before) {
        Match best = null;
        for (Said other : before) {
            if (mayRepeat(said.told, other.told)) {
                double score = likeness(said.words, other.words);
                if (score >= alike && (best == null || score >= best.score)) {
                    best = new Match(other.told.id(), score);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private record Said(Told told, Set<String> words) {}

    private boolean mayRepeat(Told later, Told earlier) {
        boolean inWindow = window.isZero() || !earlier.at().isBefore(later.at().minus(window));
        boolean sameSession = !later.session().isEmpty() && later.session().equals(earlier.session());
        boolean sameReview = !later.review().isEmpty() && later.review().equals(earlier.review());
        return inWindow && !sameSession && !sameReview;
    }

    /** How alike two texts are, 0 to 1, the same both ways: twice the common words over all words of both (Dice). */
    public static double likeness(String one, String other) {
        return likeness(words(one), words(other));
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return 2.0 * common.size() / (one.size() + other.size());
    }

    private static Set<String> words(String text) {
        String plain = PLACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll(" ");
        Set<String> words = new HashSet<>();
        for (String word : NO_WORD.split(plain)) {
            if (!word.isEmpty() && !STOP.contains(word)) {
                words.add(word.substring(0, Math.min(BEGINNING, word.length())));
            }
        }
        return words;
    }
}
