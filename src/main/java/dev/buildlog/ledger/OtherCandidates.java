package dev.buildlog.ledger;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Candidates that did not get in, as text: a line for each fate, belief, cost and propensity, with all ids they hold for. There
 * may be thousands, most of them alike, and a row for each would cost more than the draw.
 */
final class OtherCandidates {

    private static final int FIELDS = 5;

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
        return new StringBuilder(64).append(kind.fate).append(' ').append(kind.belief.alpha()).append(' ')
                .append(kind.belief.beta()).append(' ').append(kind.cost).append(' ').append(kind.propensity);
    }

    /** The candidates that were made into {@code text}. */
    static List<Considered> of(String text) {
        List<Considered> candidates = new ArrayList<>();
        text.lines().map(line -> line.split(" ")).forEach(words -> {
            Fate fate = Fate.valueOf(words[0]);
            Beta belief = new Beta(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
            int cost = Integer.parseInt(words[3]);
            double propensity = Double.parseDouble(words[4]);
            for (int i = FIELDS; i < words.length; i++) {
                candidates.add(new Considered(words[i], belief, cost, 0, propensity, fate));
            }
        });
        return candidates;
    }
}
