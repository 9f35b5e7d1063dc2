package dev.buildlog.evaluate;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a pipeline over labelled sets and scores what it decides. */
public final class Evaluation {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final Subject subject;
    private final Consumer<Decision> decisions;
    private final Map<String, Optional<Insight>> learned = new HashMap<>();

    /** @param decisions told each decision as it is made */
    public Evaluation(Subject subject, Consumer<Decision> decisions) {
        this.subject = subject;
        this.decisions = decisions;
    }

    /** Scores every set there is. */
    public Report run(LabelledSets sets) {
        return new Report(
                sets.entries().isEmpty() ? null : new ExtractionTrial(this).run(sets.entries()),
                sets.categories().isEmpty() ? null : new CategoryTrial(this).run(sets.categories()),
                sets.pairs().isEmpty() ? null : new PairTrial(this).run(sets.pairs()),
                sets.clusters().isEmpty() ? null : new ClusterTrial(this).run(sets.clusters(), sets.nearMisses()));
    }

    void tell(Decision decision) {
        decisions.accept(decision);
    }

    Subject subject() {
        return subject;
    }

    /** What the pipeline makes of an entry named {@code file}. */
    EntryVersion learn(String file, String text) {
        return subject.learn(EntryVersion.of("evaluation", new Holder("", ""), "buildlog/" + file, DAY, Sha256.of(text), text,
                Instant.EPOCH));
    }

    /** What it makes of one bullet under a learning heading that names no category; empty if it takes nothing. */
    Optional<Insight> learn(String bullet) {
        return learned.computeIfAbsent(bullet, text -> learn(DAY + "-one.md", "# One\n\n## Improvements\n\n- " + text + "\n")
                .insights().stream().findFirst());
    }

    /** Milliseconds an item since {@code begin}, which {@link System#nanoTime} gave. */
    static double millis(long begin, int items) {
        return items == 0 ? 0 : (System.nanoTime() - begin) / 1e6 / items;
    }
}
