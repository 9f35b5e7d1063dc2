package dev.buildlog.ledger;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Candidates that did not get in, as text: a line for each fate, belief, cost and propensity, with all ids they hold for. There
 * may be thousands, most of them alike, and a row for each would cost more than the draw. Numbers are {@link Numeral}s; a line
 * without a fate is of such as {@link Fate#PASSED}, since what is stored most often has to be short.
 */
final class OtherCandidates {

    /** About as many characters as a line has before its ids, and an id with a space. */
    private static final int LINE = 60;
    private static final int ID = 16;

    private OtherCandidates() {}

    private record Kind(Fate fate, Beta belief, int cost, double propensity) {}

    /** Written in one go: a builder for each line would cost as much as the draw where all are believed differently. */
    static String text(List<Considered> candidates) {
        int[] lasts = new int[candidates.size()];
        int[] nexts = new int[candidates.size()];
        BitSet firsts = new BitSet();
        Map<Kind, Integer> lines = new HashMap<>(candidates.size() * 2);
        for (int i = 0; i < nexts.length; i++) {
            Considered one = candidates.get(i);
            Integer first = lines.putIfAbsent(new Kind(one.fate(), one.belief(), one.cost(), one.propensity()), i);
            if (first == null) {
                firsts.set(i);
            } else {
                nexts[lasts[first]] = i;
            }
            lasts[first == null ? i : first] = i;
        }
        StringBuilder text = new StringBuilder(lines.size() * LINE + candidates.size() * ID);
        for (int first = firsts.nextSetBit(0); first >= 0; first = firsts.nextSetBit(first + 1)) {
            begin(text, candidates.get(first)).append(' ').append(candidates.get(first).rule());
            for (int next = nexts[first]; next > 0; next = nexts[next]) {
                text.append(' ').append(candidates.get(next).rule());
            }
        }
        return text.toString();
    }

    private static StringBuilder begin(StringBuilder text, Considered one) {
        text.append(text.isEmpty() ? "" : "\n");
        if (one.fate() != Fate.PASSED) {
            text.append(one.fate().name()).append(' ');
        }
        Numeral.append(text, one.belief().alpha()).append(' ');
        Numeral.append(text, one.belief().beta()).append(' ').append(one.cost()).append(' ');
        return Numeral.append(text, one.propensity());
    }

    /** The candidates that were made into {@code text}. */
    static List<Considered> of(String text) {
        List<Considered> candidates = new ArrayList<>();
        text.lines().forEach(line -> {
            StringTokenizer words = new StringTokenizer(line, " ");
            String word = words.nextToken();
            boolean named = Character.isUpperCase(word.charAt(0));
            Fate fate = named ? Fate.valueOf(word) : Fate.PASSED;
            Beta belief = new Beta(Numeral.of(named ? words.nextToken() : word), Numeral.of(words.nextToken()));
            int cost = Integer.parseInt(words.nextToken());
            double propensity = Numeral.of(words.nextToken());
            while (words.hasMoreTokens()) {
                candidates.add(new Considered(words.nextToken(), belief, cost, 0, propensity, fate));
            }
        });
        return candidates;
    }
}
