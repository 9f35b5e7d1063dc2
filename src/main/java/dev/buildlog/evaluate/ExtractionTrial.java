package dev.buildlog.evaluate;

import dev.buildlog.evaluate.LabelledSets.Entry;
import dev.buildlog.evaluate.LabelledSets.Gold;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores what is taken from entries. What is taken counts as what should be when both have the same tokens or token F1 is at
 * least {@value #ALIKE}; each at most once, the likest first.
 */
record ExtractionTrial(Evaluation evaluation) {

    private static final double ALIKE = 0.8;

    private record Match(int taken, int gold, double f1) {}

    Report.Extraction run(List<Entry> entries) {
        Counts all = Counts.NONE;
        Counts withoutJourney = Counts.NONE;
        Share category = Share.NONE;
        int forbidden = 0;
        long begin = System.nanoTime();
        for (Entry entry : entries) {
            List<Insight> taken = evaluation.learn(entry.file(), entry.text()).insights();
            forbidden += (int) entry.forbidden().stream().filter(string -> occursIn(string, taken)).count();
            Map<Integer, Integer> matches = matches(taken, entry.gold());
            for (int i = 0; i < taken.size(); i++) {
                Insight insight = taken.get(i);
                Gold gold = matches.containsKey(i) ? entry.gold().get(matches.get(i)) : null;
                boolean optional = gold == null && entry.optional().stream().anyMatch(text -> f1(insight.text(), text) >= ALIKE);
                tell(entry, insight, gold, optional);
                if (optional) {
                    continue;
                }
                Counts one = new Counts(gold == null ? 0 : 1, gold == null ? 1 : 0, 0);
                all = all.plus(one);
                withoutJourney = gold == null || !gold.journey() ? withoutJourney.plus(one) : withoutJourney;
                category = gold == null ? category : category.plus(gold.categories().contains(insight.category()));
            }
            for (int i = 0; i < entry.gold().size(); i++) {
                if (!matches.containsValue(i)) {
                    Gold gold = entry.gold().get(i);
                    all = all.plus(new Counts(0, 0, 1));
                    withoutJourney = gold.journey() ? withoutJourney : withoutJourney.plus(new Counts(0, 0, 1));
                    evaluation.tell(Decision.of("extract", entry.file(), false, "verdict", "missed", "text", gold.texts().get(0)));
                }
            }
        }
        return new Report.Extraction(all, withoutJourney, category, forbidden, Evaluation.millis(begin, entries.size()));
    }

    private void tell(Entry entry, Insight insight, @Nullable Gold gold, boolean optional) {
        String verdict = gold != null ? "hit" : optional ? "optional" : "spurious";
        boolean right = optional || gold != null && gold.categories().contains(insight.category());
        evaluation.tell(Decision.of("extract", entry.file(), right, "verdict", verdict, "line", insight.line(), "category",
                insight.category(), "expected", gold == null ? List.of() : gold.categories().stream().sorted().toList(), "text",
                insight.text()));
    }

    private static boolean occursIn(String string, List<Insight> taken) {
        String wanted = string.toLowerCase(Locale.ROOT);
        return taken.stream().anyMatch(insight -> insight.text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Which gold insight each taken one counts as. */
    private static Map<Integer, Integer> matches(List<Insight> taken, List<Gold> gold) {
        List<Match> possible = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            for (int j = 0; j < gold.size(); j++) {
                String text = taken.get(i).text();
                double best = gold.get(j).texts().stream().mapToDouble(one -> f1(text, one)).max().orElse(0);
                if (best >= ALIKE) {
                    possible.add(new Match(i, j, best));
                }
            }
        }
        possible.sort(Comparator.comparingDouble(Match::f1).reversed());
        Map<Integer, Integer> matches = new HashMap<>();
        for (Match match : possible) {
            if (!matches.containsKey(match.taken()) && !matches.containsValue(match.gold())) {
                matches.put(match.taken(), match.gold());
            }
        }
        return matches;
    }

    private static double f1(String a, String b) {
        return Wording.of(a).f1(Wording.of(b));
    }
}
