package dev.buildlog.cli;

import dev.buildlog.curate.Scorer;
import dev.buildlog.ledger.Journal;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.EntrySummary;
import dev.buildlog.model.Rule;
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
            List<Candidate> rules = parts.core().rules().withSources(project).stream()
                    .map(rule -> since == null ? rule : recent(rule, days))
                    .filter(rule -> rule.frequency() >= minFrequency)
                    .map(rule -> new Candidate(rule, Scorer.confidence(rule, now)))
                    .toList();
            Destination.write(here, output, format.write(rules, days.size(), now), "Wrote " + rules.size() + " skills");
        }
        return ExitCode.DONE;
    }

    /** The rule as the entries of {@code days} alone support it; frequency 0 where none does. */
    private static Rule recent(Rule rule, Map<String, LocalDate> days) {
        List<String> sources = rule.sources().stream().filter(days::containsKey).toList();
        LocalDate earliest = sources.stream().map(days::get).min(LocalDate::compareTo).orElse(rule.latest());
        return rule.withSources(sources, Math.min(rule.frequency(), sources.size()), earliest);
    }
}
