package dev.buildlog.cli;

import dev.buildlog.curate.Scorer;
import dev.buildlog.ledger.Journal;
import dev.buildlog.model.Candidate;
import dev.buildlog.render.StatsFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
            List<Candidate> rules = parts.core().rules().live(parts.project()).stream()
                    .map(rule -> new Candidate(rule, Scorer.confidence(rule, now)))
                    .toList();
            here.out().println(format.write(new Journal(parts.core().ledger()).entries(parts.project(), since), rules, today, now,
                    since));
        }
        return ExitCode.DONE;
    }
}
