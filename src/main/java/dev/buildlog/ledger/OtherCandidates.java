package dev.buildlog.ledger;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Candidates that did not get in, as text: a line for each fate, belief, cost and propensity, with all ids they hold for. There
 * may be thousands, most of them alike, and a row for each would cost more than the draw. Numbers are {@link Numeral}s.
 */
final class OtherCandidates {

    private OtherCandidates() {}

    private record Kind(Fate fate, Beta belief, int cost, double propensity) {}

    static String text(Collection<Considered> candidates) {
        Map<Kind, StringBuilder> lines = new LinkedHashMap<>();
        for (Considered one : candidates) {
            lines.computeIfAbsent(new Kind(one.fate(), one.belief(), one.cost(), one.propensity()), OtherCandidates::begin)
                    .append(' ').append(one.rule());
        }
        return String.join("\n", lines.values());
    }

    private static StringBuilder begin(Kind kind) {
        StringBuilder line = new StringBuilder(96).append(kind.fate).append(' ');
        Numeral.append(line, kind.belief.alpha()).append(' ');
        Numeral.append(line, kind.belief.beta()).append(' ').append(kind.cost).append(' ');
        return Numeral.append(line, kind.propensity);
    }

    /** The candidates that were made into {@code text}. */
    static List<Considered> of(String text) {
        List<Considered> candidates = new ArrayList<>();
        text.lines().forEach(line -> {
            StringTokenizer words = new StringTokenizer(line, " ");
            Fate fate = Fate.valueOf(words.nextToken());
            Beta belief = new Beta(Numeral.of(words.nextToken()), Numeral.of(words.nextToken()));
            int cost = Integer.parseInt(words.nextToken());
            double propensity = Numeral.of(words.nextToken());
            while (words.hasMoreTokens()) {
                candidates.add(new Considered(words.nextToken(), belief, cost, 0, propensity, fate));
            }
        });
        return candidates;
    }
}
