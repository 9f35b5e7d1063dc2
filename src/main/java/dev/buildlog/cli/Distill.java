package dev.buildlog.cli;

import dev.buildlog.curate.Gate;
import dev.buildlog.ledger.Journal;
import dev.buildlog.model.SourcedInsight;
import dev.buildlog.render.DistillFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog distill}: the insights as they were written. */
@Command(name = "distill", description = "Print the insights of all entries, by category.")
final class Distill extends Verb {

    @Option(names = "--format", paramLabel = "FORMAT", description = "json (default) or yaml.")
    private DistillFormat format = DistillFormat.JSON;

    @Option(names = "--since", paramLabel = "DAY", description = "Only entries of this day and later.")
    private @Nullable LocalDate since;

    @Mixin
    private PageOptions page = new PageOptions();

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
            List<SourcedInsight> shown = here.known("distill " + since, () -> List.of(parts.core().ledger().state(),
                    parts.project()), () -> passing(parts, all));
            Skills.tellHeld(here, all.size() - shown.size());
            List<SourcedInsight> meant = shown.stream().filter(one -> category == null || one.category().equals(category)).toList();
            Destination.write(here, output, format.write(meant, part(meant), journal.entries(parts.project(), since), now, category,
                    page.next(meant.size())), "Wrote " + part(meant).size() + " patterns");
        }
        return ExitCode.DONE;
    }

    private static List<SourcedInsight> passing(Assembly parts, List<SourcedInsight> all) {
        parts.core().readyGate(all.stream().map(SourcedInsight::text).toList());
        return all.stream().filter(one -> Gate.objection(one.text()).isEmpty())
                .map(one -> new SourcedInsight(one.category(), Gate.shown(one.text()), one.source(), one.date(), one.title(),
                        one.line()))
                .toList();
    }

    /** All, as they stand in the journal, or the part asked for, the newest first. */
    private List<SourcedInsight> part(List<SourcedInsight> insights) {
        if (!page.isPart(insights.size())) {
            return insights;
        }
        List<SourcedInsight> newest = new ArrayList<>(insights);
        Collections.reverse(newest);
        return page.of(newest);
    }
}
