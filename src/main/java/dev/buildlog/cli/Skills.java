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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PageOptions page = new PageOptions();

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
            States states = States.of(here);
            int entries = new Journal(parts.core().ledger()).entries(parts.project(), since).size();
            Found found = here.known("skills " + since + ' ' + minFrequency, () -> List.of(parts.core().ledger().state(),
                    parts.project(), LocalDate.ofInstant(now, ZoneOffset.UTC), here.settings().asProperties()),
                    () -> found(parts, states));
            if (held) {
                Destination.write(here, output, held(found.stopped), "Wrote " + found.stopped.size() + " rules");
                return ExitCode.DONE;
            }
            tellHeld(here, found.stopped.size());
            List<Candidate> part = page.of(found.rules);
            Destination.write(here, output, format.write(part, rule -> states.of(rule).key(), entries, now, found.rules.size(),
                    page.next(found.rules.size())), "Wrote " + part.size() + " skills");
        }
        return ExitCode.DONE;
    }

    /** @param rules best first @param stopped those that the gate keeps back */
    private record Found(List<Candidate> rules, List<Candidate> stopped) {}

    private Found found(Assembly parts, States states) {
        Map<String, LocalDate> days = new Journal(parts.core().ledger()).entries(parts.project(), since).stream()
                .collect(Collectors.toMap(EntrySummary::path, EntrySummary::date));
        Map<Boolean, List<Candidate>> held = parts.stands().stream().map(Stand::candidate)
                .map(one -> new Candidate(since == null ? one.rule() : recent(one.rule(), days), one.confidence(),
                        one.standing(), one.terms(), one.hearsay()))
                .filter(one -> one.rule().frequency() >= minFrequency)
                .map(one -> one.withConfidence(Scorer.confidence(one.rule(), states.now())))
                .sorted(SkillsFormat.BEST_FIRST)
                .collect(Collectors.partitioningBy(one -> states.of(one) == RuleState.QUARANTINED));
        return new Found(held.get(false).stream().map(one -> one.withText(Gate.shown(one.rule().text()))).toList(),
                List.copyOf(held.get(true)));
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
