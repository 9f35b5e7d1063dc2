package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * Which of several wordings of a rule is shown: the one that tells most of what they all say.
 *
 * <p>A wording scores the share of wordings that use each of its words, so it wins by what the others confirm. Words of its own
 * are detail: worth a quarter each, a half where they are names or numbers, and one in all at most, so that the most talkative
 * one does not win by talking. A word of its own that is one slip away from a word of others is a typing error and costs a half,
 * as does each hedge; beyond {@value #READABLE} words each further one costs a tenth. What the gate would stop is chosen only
 * where nothing else is there.
 */
public final class Canonical {

    private static final Set<String> HEDGES = WordList.set("hedges.txt");
    private static final String BETWEEN_WORDS = " \t,;:.!?()[]\"'`/";
    private static final int READABLE = 25;
    private static final int SHORTEST_WITH_SLIPS = 4;
    private static final double STOPPED = 1_000;

    /** Stands before a name or a number in a digest. */
    private static final String CONCRETE = "*";

    private final List<Wording> wordings = new ArrayList<>();
    private final Map<String, Integer> users = new HashMap<>();

    private Canonical(List<String> digests) {
        for (String digest : digests) {
            Wording wording = Wording.read(digest);
            wordings.add(wording);
            wording.words.forEach(word -> users.merge(word, 1, Integer::sum));
        }
    }

    /** @param concrete those of the words that are names or numbers @param faults what it loses whatever the others say */
    private record Wording(List<String> words, Set<String> concrete, double faults) {

        static Wording read(String digest) {
            List<String> words = new ArrayList<>();
            Set<String> concrete = new HashSet<>();
            StringTokenizer parts = new StringTokenizer(digest, " ");
            double faults = Double.parseDouble(parts.nextToken());
            while (parts.hasMoreTokens()) {
                String part = parts.nextToken();
                boolean isConcrete = part.startsWith(CONCRETE) && part.length() > 1;
                words.add(isConcrete ? part.substring(1) : part);
                if (isConcrete) {
                    concrete.add(words.get(words.size() - 1));
                }
            }
            return new Wording(words, concrete, faults);
        }
    }

    /** What counts of {@code text} when it is weighed, in one line: to be kept, as a text is weighed again and again. */
    public static String digest(String text) {
        TokenProfile profile = TokenProfile.of(text);
        Set<String> words = new TreeSet<>();
        profile.tokens().forEach(token -> words.add(profile.names().contains(token) ? CONCRETE + token : token));
        profile.numbers().forEach(number -> words.add(CONCRETE + number));
        int length = 0;
        int hedges = 0;
        for (StringTokenizer plain = new StringTokenizer(text.toLowerCase(Locale.ROOT), BETWEEN_WORDS); plain.hasMoreTokens(); ) {
            length++;
            hedges += HEDGES.contains(plain.nextToken()) ? 1 : 0;
        }
        double faults = 0.5 * hedges + 0.1 * Math.max(0, length - READABLE) + (Gate.blemish(text).isPresent() ? STOPPED : 0);
        return faults + " " + String.join(" ", words);
    }

    /** The best of {@code texts}; of equally good ones the first. */
    public static String of(List<String> texts) {
        return texts.get(best(texts.stream().map(Canonical::digest).toList()));
    }

    /** Position of the best of the texts with these {@link #digest digests}; of equally good ones the first. */
    public static int best(List<String> digests) {
        return digests.size() == 1 ? 0 : new Canonical(digests).best();
    }

    private int best() {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < wordings.size(); i++) {
            double score = score(wordings.get(i));
            if (score > most + 1e-9) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private double score(Wording wording) {
        double shared = 0;
        double detail = 0;
        double faults = wording.faults;
        for (String word : wording.words) {
            int by = users.get(word);
            if (by > 1) {
                shared += (double) by / wordings.size();
            } else if (isSlip(word)) {
                faults += 0.5;
            } else {
                detail += wording.concrete.contains(word) ? 0.5 : 0.25;
            }
        }
        return shared + Math.min(1, detail) - faults;
    }

    /** Whether nobody else writes {@code word}, but several write one that differs by a letter or a swap of neighbours. */
    private boolean isSlip(String word) {
        return word.length() >= SHORTEST_WITH_SLIPS && !Character.isDigit(word.charAt(0))
                && users.entrySet().stream().anyMatch(other -> other.getValue() > 1 && areOneSlipApart(word, other.getKey()));
    }

    private static boolean areOneSlipApart(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.length(), b.length()) - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int differing = longer - start - end;
        boolean swap = differing == 2 && a.length() == b.length() && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return differing == 1 || swap;
    }
}
