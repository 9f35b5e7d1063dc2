package dev.buildlog.cli;

import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.ledger.Selections.Made;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A draw as it is told: what was drawn from what, and what became of each candidate.
 *
 * @param ranked candidates that got in as they were drawn, then the others by fate and id
 * @param shown ids of the rules that are shown
 */
record SelectionReport(Made made, List<Considered> ranked, List<String> shown) {

    private static final String ROW = "%-28s  %-8s  %5s  %6s  %10s";
    private static final int MOST_WITHOUT_ROOM = 10;

    static SelectionReport of(Made made) {
        return new SelectionReport(made, made.selection().candidates().stream()
                .sorted(Comparator.comparing((Considered one) -> one.rank() == 0).thenComparing(Considered::rank)
                        .thenComparing(Considered::fate).thenComparing(Considered::rule)).toList(), made.selection().shown());
    }

    /** For programs: id, when, context, seed, k, hold-out, budget in tokens (0 for none), and the candidates of a page. */
    Map<String, Object> fields(PageOptions page) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", made.id());
        fields.put("at", made.at().toString());
        fields.put("context", made.context());
        fields.put("seed", made.selection().seed());
        fields.put("k", made.selection().k());
        fields.put("hold_out", made.selection().holdOut());
        fields.put("budget", made.selection().budget());
        fields.put("shown", shown);
        fields.put("withheld", ranked.stream().filter(one -> one.fate() == Fate.WITHHELD).map(Considered::rule).toList());
        fields.put("total_candidates", made.selection().candidates().size());
        fields.put("candidates", page.of(ranked).stream().map(SelectionReport::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Considered one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", one.rule());
        fields.put("fate", one.fate().name().toLowerCase(Locale.ROOT));
        fields.put("rank", one.rank());
        fields.put("alpha", one.belief().alpha());
        fields.put("beta", one.belief().beta());
        fields.put("tokens", one.cost());
        fields.put("propensity", one.propensity());
        return fields;
    }

    /** For a person: how it was drawn, and a row for each rule that was drawn. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "Selection %s of %s: %d of %d rules are shown, k %d, %s, hold-out %s, seed %d",
                made.id(), made.at(), shown.size(), made.selection().candidates().size(), made.selection().k(),
                made.selection().budget() == 0 ? "no budget" : made.selection().budget() + " tokens", made.selection().holdOut(),
                made.selection().seed()));
        lines.add(String.format(ROW, "rule", "fate", "mean", "tokens", "propensity"));
        List<Considered> drawn = ranked.stream().filter(one -> one.fate() != Fate.PASSED).toList();
        long in = drawn.stream().filter(one -> one.rank() > 0).count();
        drawn.stream().limit(in + MOST_WITHOUT_ROOM).map(SelectionReport::row).forEach(lines::add);
        if (drawn.size() > in + MOST_WITHOUT_ROOM) {
            lines.add("and " + (drawn.size() - in - MOST_WITHOUT_ROOM) + " more without room");
        }
        return lines;
    }

    private static String row(Considered one) {
        return String.format(ROW, one.rule(), one.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                String.format(Locale.ROOT, "%.3f", one.belief().mean()), one.cost(),
                String.format(Locale.ROOT, "%.3f", one.propensity()));
    }
}
