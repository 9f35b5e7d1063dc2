package dev.buildlog.cli;

import dev.buildlog.curate.Gate;
import dev.buildlog.ledger.Journal;
import dev.buildlog.model.EntrySummary;
import dev.buildlog.model.SourcedInsight;
import dev.buildlog.render.DistillFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog distill}: the insights as they were written. */
@Command(name = "distill", description = "Print the insights of all entries, by category.")
final class Distill extends Verb {

    @Option(names = "--format", paramLabel = "FORMAT", description = "json (default) or yaml.")
    private DistillFormat format = DistillFormat.JSON;

    @Option(names = "--since", paramLabel = "DAY", description = "Only entries of this day and later.")
    private @Nullable LocalDate since;

    @Option(names = "--category", paramLabel = "CATEGORY", description = "Only this category, for instance workflow.")
    private @Nullable String category;

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
            Journal journal = new Journal(parts.core().ledger());
            List<SourcedInsight> all = journal.insights(parts.project(), since);
            List<SourcedInsight> insights = all.stream().filter(one -> Gate.objection(one.text()).isEmpty())
                    .map(one -> new SourcedInsight(one.category(), Gate.shown(one.text()), one.source(), one.date(), one.title(),
                            one.line()))
                    .toList();
            Skills.tellHeld(here, all.size() - insights.size());
            List<EntrySummary> entries = journal.entries(parts.project(), since);
            Destination.write(here, output, format.write(insights, entries, now, category),
                    "Wrote " + insights.stream().filter(one -> category == null || one.category().equals(category)).count()
                            + " patterns");
        }
        return ExitCode.DONE;
    }
}
