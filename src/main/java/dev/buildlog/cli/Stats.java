package dev.buildlog.cli;

import dev.buildlog.ledger.Journal;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.RuleState;
import dev.buildlog.render.StatsFormat;
import dev.buildlog.render.StatsReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog stats}: how much is written and learned. */
@Command(name = "stats", description = "Print how much is written and learned, and what is missing.")
final class Stats extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--detailed", description = "Also the entries that taught most.")
    private boolean detailed;

    @Option(names = "--since", paramLabel = "DAY", description = "Only entries of this day and later.")
    private @Nullable LocalDate since;

    @Override
    int run(Workplace here) {
        Instant now = here.clock().instant();
        LocalDate today = LocalDate.now(here.clock());
        StatsFormat format = json ? StatsFormat.JSON : detailed ? StatsFormat.DETAILED : StatsFormat.TEXT;
        Optional<Assembly> open = FreshLedger.open(here);
        if (open.isEmpty()) {
            here.out().println(format.notInitialised(FreshLedger.NOTHING_HERE, today, now));
            return ExitCode.DONE;
        }
        try (Assembly parts = open.get()) {
            // the age of evidence is counted in days of UTC, the journal in those of the person
            StatsReport report = here.known("stats " + since, () -> List.of(parts.core().ledger().state(), parts.project(), today,
                    LocalDate.ofInstant(now, ZoneOffset.UTC), here.settings().asProperties()), () -> report(here, parts, today));
            here.out().println(format.write(report, now));
        }
        return ExitCode.DONE;
    }

    private StatsReport report(Workplace here, Assembly parts, LocalDate today) {
        States states = States.of(here);
        List<Candidate> rules = parts.stands().stream()
                .map(stand -> states.scored(stand).candidate()).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (!rules.isEmpty()) {
            Stream.of(RuleState.values()).forEach(state -> counts.put(state.key(), 0));
        }
        rules.forEach(rule -> counts.merge(states.of(rule).key(), 1, Integer::sum));
        return StatsReport.of(new Journal(parts.core().ledger()).entries(parts.project(), since), rules, counts, today, since);
    }
}
