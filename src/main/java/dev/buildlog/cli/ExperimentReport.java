package dev.buildlog.cli;

import dev.buildlog.learn.proof.Comparison;
import dev.buildlog.learn.proof.Comparison.Verdict;
import dev.buildlog.learn.proof.ShownWithheld;
import dev.buildlog.learn.proof.Tally;
import dev.buildlog.learn.proof.Tally.SessionRate;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog experiment report}. */
@Command(name = "report", description = {
    "Print the Repeated Mistake Rate by session and class, and compare the work done with each rule shown with the work from",
    "which the coin withheld it. docs/proof.md says how to read it, and what it cannot say."})
final class ExperimentReport extends Verb {

    private static final String ROW = "%-28s  %5s  %5s  %8s  %5s  %17s  %s";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private MatcherOptions matcher = new MatcherOptions();

    @Override
    int run(Workplace here) throws IOException {
        Tally tally;
        ShownWithheld.Report compared;
        int hallucinations;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            tally = parts.core().experiments().tally(parts.project(), matcher.matcher());
            compared = ShownWithheld.compare(parts.core().experiments().trials(parts.project()), ShownWithheld.ERROR);
            hallucinations = parts.core().experiments().hallucinations(parts.project());
        }
        if (json) {
            Json.print(here.out(), fields(tally, compared, hallucinations, here.clock().instant()));
        } else {
            tell(here, tally, compared, hallucinations);
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> fields(Tally tally, ShownWithheld.Report compared, int hallucinations, Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("summary", TallyFields.summary(tally, hallucinations, matcher.matcher()));
        fields.put("sessions", TallyFields.sessions(tally, now));
        fields.put("without_session", TallyFields.rate(tally.none()));
        fields.put("error_classes", TallyFields.classes(tally.classes()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("error_rate", ShownWithheld.ERROR);
        shown.put("overall", TallyFields.comparison(compared.overall()));
        shown.put("rules", compared.rules().stream().map(TallyFields::comparison).toList());
        fields.put("shown_against_withheld", shown);
        return fields;
    }

    private static void tell(Workplace here, Tally tally, ShownWithheld.Report compared, int hallucinations) {
        here.out().println("All: " + ExperimentMetrics.told(tally.all()));
        tally.classes().forEach((kind, rate) -> here.out().println(Printable.line("  " + kind + ": "
                + ExperimentMetrics.told(rate))));
        if (hallucinations > 0) {
            here.out().println("Reviews cited " + hallucinations + " times what no rule is.");
        }
        here.out().println();
        here.out().println("Sessions: " + tally.sessions().size());
        tally.sessions().forEach(session -> here.out().println(Printable.line("  " + told(session, here.clock().instant()))));
        if (tally.none().mistakes() > 0) {
            here.out().println("  without a session: " + ExperimentMetrics.told(tally.none()));
        }
        here.out().println();
        here.out().println(String.format(Locale.ROOT, "Shown against withheld (the chance that this ever names a rule wrongly is"
                + " at most %.0f %%)", 100 * ShownWithheld.ERROR));
        here.out().println(String.format(ROW, "rule", "shown", "rate", "withheld", "rate", "difference", ""));
        here.out().println(Printable.line(row(compared.overall())));
        List<Comparison> found = compared.rules().stream().filter(rule -> rule.verdict() != Verdict.UNKNOWN).toList();
        found.forEach(rule -> here.out().println(Printable.line(row(rule))));
        int unknown = compared.rules().size() - found.size();
        if (unknown > 0) {
            here.out().println("Of " + unknown + (unknown == 1 ? " rule" : " rules") + " there is not enough data; --json has"
                    + " their figures.");
        }
    }

    private static String told(SessionRate session, Instant now) {
        String state = session.session().startedAt() == null ? "never begun" : session.session().isStale(now)
                ? "under way since " + session.session().startedAt() + " and not ended" : session.session().endedAt() == null
                ? "under way" : "ended";
        return session.session().id() + (session.session().agent().isEmpty() ? "" : " of " + session.session().agent()) + ", "
                + state + ": " + ExperimentMetrics.told(session.rate());
    }

    private static String row(Comparison one) {
        return String.format(Locale.ROOT, ROW, one.rule().isEmpty() ? "(all)" : one.rule(), one.shown(), rate(one.shownRate()),
                one.withheld(), rate(one.withheldRate()), String.format(Locale.ROOT, "%.2f to %.2f", one.interval().low(),
                        one.interval().high()), one.verdict().words());
    }

    private static String rate(double rate) {
        return Double.isNaN(rate) ? "-" : String.format(Locale.ROOT, "%.2f", rate);
    }
}
