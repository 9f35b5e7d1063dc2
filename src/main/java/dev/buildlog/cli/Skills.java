package dev.buildlog.cli;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.ledger.Journal;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.EntrySummary;
import dev.buildlog.model.Rule;
import dev.buildlog.model.RuleState;
import dev.buildlog.render.SkillsFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog skills}: the rules that the insights make. */
@Command(name = "skills", description = "Print the rules learned from all entries.")
final class Skills extends Verb {

    @Option(names = "--format", paramLabel = "FORMAT", description = "yaml (default), json, markdown, rules or settings.")
    private SkillsFormat format = SkillsFormat.YAML;

    @Option(names = "--min-frequency", paramLabel = "N", description = "Only rules with at least N entries behind them.")
    private int minFrequency = 1;

    @Option(names = "--since", paramLabel = "DAY", description = "Only evidence from entries of this day and later.")
    private @Nullable LocalDate since;

    @Option(names = "--held", description = "Print the rules kept from agents until a person has looked, and why.")
    private boolean held;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to FILE instead of stdout.")
    private @Nullable Path output;

    @Override
    int run(Workplace here) {
        Instant now = here.clock().instant();
        Optional<Assembly> open = FreshLedger.open(here);
        if (open.isEmpty()) {
            Destination.write(here, output, format.notInitialised(FreshLedger.NOTHING_HERE, now), "Wrote an empty report");
            return ExitCode.DONE;
        }
        try (Assembly parts = open.get()) {
            String project = parts.project();
            Map<String, LocalDate> days = new Journal(parts.core().ledger()).entries(project, since).stream()
                    .collect(Collectors.toMap(EntrySummary::path, EntrySummary::date));
            States states = States.of(here);
            List<Candidate> all = parts.core().standings().all(project).stream().map(Stand::candidate)
                    .map(one -> new Candidate(since == null ? one.rule() : recent(one.rule(), days), one.confidence(),
                            one.standing(), one.terms(), one.hearsay()))
                    .filter(one -> one.rule().frequency() >= minFrequency)
                    .map(one -> one.withConfidence(Scorer.confidence(one.rule(), now)))
                    .toList();
            List<Candidate> stopped = all.stream().filter(one -> states.of(one) == RuleState.QUARANTINED).toList();
            if (held) {
                Destination.write(here, output, held(stopped), "Wrote " + stopped.size() + " rules");
                return ExitCode.DONE;
            }
            tellHeld(here, stopped.size());
            List<Candidate> rules = all.stream().filter(rule -> !stopped.contains(rule))
                    .map(rule -> rule.withText(Gate.shown(rule.rule().text()))).toList();
            Destination.write(here, output, format.write(rules, rule -> states.of(rule).key(), days.size(), now),
                    "Wrote " + rules.size() + " skills");
        }
        return ExitCode.DONE;
    }

    /** Says how much of what was asked for is held back. */
    static void tellHeld(Workplace here, int number) {
        if (number > 0) {
            here.say((number == 1 ? "1 rule is" : number + " rules are")
                    + " not shown to agents and left out here until a person has looked: buildlog skills --held");
        }
    }

    private static String held(List<Candidate> stopped) {
        StringBuilder text = new StringBuilder();
        for (Candidate candidate : stopped) {
            Rule rule = candidate.rule();
            text.append(rule.id()).append("  ").append(String.join(", ", rule.sources())).append('\n')
                    .append("  it ").append(Gate.objection(rule.text()).orElse("")).append('\n')
                    .append("  ").append(rule.text()).append('\n');
        }
        return stopped.isEmpty() ? "Nothing is held back." : Printable.text(text.toString().stripTrailing());
    }

    /** The rule as the entries of {@code days} alone support it; frequency 0 where none does. */
    private static Rule recent(Rule rule, Map<String, LocalDate> days) {
        List<String> sources = rule.sources().stream().filter(days::containsKey).toList();
        LocalDate earliest = sources.stream().map(days::get).min(LocalDate::compareTo).orElse(rule.latest());
        return rule.withSources(sources, Math.min(rule.frequency(), sources.size()), earliest);
    }
}
