package dev.buildlog.cli;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.ledger.Posteriors.Posterior;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog bandit status}. */
@Command(name = "status", description = {
    "Print what is believed of every rule that an outcome has rewarded, best first: the mean, the range that holds the rate with",
    "a probability of 95 %%, and the number of rewarded reviews. Other rules have their prior only. Then the last",
    "draw: who took part, what became of whom, and how probable it was that each would be shown."})
final class BanditStatus extends Verb {

    private static final String ROW = "%-28s  %-16s  %5s  %-13s  %7s";

    @Option(names = "--context", description = "Only this context. Default: all.")
    private @Nullable String context;

    @Mixin
    private PageOptions page = new PageOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Believed believed;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            // facts, and the personas that say what is believed before there are any; the hour has no part in it
            believed = here.known("believed " + context, () -> List.of(parts.core().ledger().state(), parts.project(),
                    Seen.folders(here, parts.core().personaFolders(parts.project()))), () -> believed(parts));
        }
        List<Posterior> posteriors = believed.posteriors;
        Optional<SelectionReport> selection = believed.selection;
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("posteriors", page.of(posteriors).stream().map(Posterior::fields).toList());
            fields.put("total_posteriors", posteriors.size());
            fields.put("next", page.next(posteriors.size()));
            fields.put("selection", selection.map(made -> made.fields(page)).orElse(null));
            Json.print(here.out(), fields);
            return ExitCode.DONE;
        }
        if (posteriors.isEmpty()) {
            here.out().println("No outcome has rewarded a rule yet. Post a review that cites rules, then say how the work"
                    + " came out.");
        } else {
            here.out().println(String.format(ROW, "rule", "context", "mean", "95 %", "reviews"));
            page.of(posteriors).forEach(posterior -> here.out().println(Printable.line(row(posterior))));
        }
        selection.ifPresent(one -> {
            here.out().println();
            one.lines().forEach(line -> here.out().println(Printable.line(line)));
        });
        return ExitCode.DONE;
    }

    /** @param posteriors best first @param selection the last draw */
    private record Believed(List<Posterior> posteriors, Optional<SelectionReport> selection) {}

    private Believed believed(Assembly parts) {
        return new Believed(parts.core().posteriors().all(parts.project(), parts.core().priors(parts.project())).stream()
                .filter(posterior -> context == null || posterior.arm().context().equals(ContextKey.of(context)))
                .sorted(Comparator.comparingDouble((Posterior posterior) -> posterior.belief().mean()).reversed()
                        .thenComparing(Posterior::arm))
                .toList(), parts.core().selections().last(parts.project()).map(SelectionReport::of));
    }

    private static String row(Posterior posterior) {
        Beta.Interval interval = posterior.belief().interval(Posterior.LEVEL);
        return String.format(Locale.ROOT, ROW, posterior.arm().rule(), posterior.arm().context(),
                String.format(Locale.ROOT, "%.3f", posterior.belief().mean()),
                String.format(Locale.ROOT, "%.3f - %.3f", interval.low(), interval.high()), posterior.observations());
    }
}
