package dev.buildlog.cli;

import dev.buildlog.learn.offpolicy.Estimate;
import dev.buildlog.learn.offpolicy.Estimate.Value;
import dev.buildlog.learn.offpolicy.Logged;
import dev.buildlog.learn.offpolicy.OffPolicy;
import dev.buildlog.learn.offpolicy.TargetPolicy;
import dev.buildlog.learn.statistics.Bootstrap;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog bandit evaluate}. */
@Command(name = "evaluate", description = {
    "Estimate what another policy would have earned, from the draws that were made and their propensities. What is earned is the",
    "sum of the outcomes that reviews gave to the rules shown, for each review. docs/proof.md says what that takes for granted.",
    "Example: buildlog bandit evaluate --policy k=5"})
final class BanditEvaluate extends Verb {

    private static final String ROW = "%-24s  %7s  %s";

    @Option(names = {"-p", "--policy"}, defaultValue = "uniform", description = "uniform; greedy (highest means); k=N (the same"
            + " draw choosing N); rules=A,B (always these). Default: ${DEFAULT-VALUE}.")
    private String policy = "";

    @Option(names = "--context", description = "Only reviews of this context. Default: all.")
    private @Nullable String context;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        TargetPolicy target = TargetPolicy.named(policy);
        List<Logged> decisions;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            decisions = parts.core().offPolicyLog().decisions(parts.project(), context);
        }
        Estimate estimate = OffPolicy.estimate(decisions, target, Bootstrap.USUAL);
        if (json) {
            Json.print(here.out(), fields(estimate));
        } else if (decisions.isEmpty()) {
            here.out().println("No review of work under a draw has an outcome yet: there is nothing to estimate from.");
        } else {
            tell(here, estimate);
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> fields(Estimate estimate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("policy", policy);
        fields.put("decisions", estimate.decisions());
        fields.put("clusters", estimate.clusters());
        fields.put("shown", estimate.shown());
        fields.put("effective_sample_size", estimate.effective());
        if (estimate.decisions() > 0) {
            fields.put("shows", estimate.shows());
            fields.put("logged", estimate.logged());
            put(fields, "ips", estimate.ips());
            put(fields, "snips", estimate.snips());
            put(fields, "doubly_robust", estimate.doublyRobust());
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Value value) {
        if (!Double.isNaN(value.value())) {
            fields.put(name, Map.of("value", value.value(), "low", value.interval().low(), "high", value.interval().high()));
        }
    }

    private void tell(Workplace here, Estimate estimate) {
        here.out().println(Printable.line(String.format(Locale.ROOT, "%s would show %.1f rules a review; earned a review"
                + " (95 %%):", policy, estimate.shows())));
        here.out().println(String.format(Locale.ROOT, ROW, "as logged",
                String.format(Locale.ROOT, "%.3f", estimate.logged()), ""));
        here.out().println(row("doubly robust", estimate.doublyRobust()));
        here.out().println(row("self-normalised", estimate.snips()));
        here.out().println(row("inverse propensity", estimate.ips()));
        here.out().println(String.format(Locale.ROOT, "From %d reviews in %d sessions, %d rules shown; worth %.0f shown by the"
                + " policy itself.", estimate.decisions(), estimate.clusters(), estimate.shown(), estimate.effective()));
    }

    private static String row(String name, Value value) {
        return Double.isNaN(value.value()) ? String.format(ROW, name, "-", "") : String.format(Locale.ROOT, ROW, name,
                String.format(Locale.ROOT, "%.3f", value.value()), String.format(Locale.ROOT, "%.3f to %.3f",
                        value.interval().low(), value.interval().high()));
    }
}
