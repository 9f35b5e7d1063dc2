package dev.buildlog.pipeline;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Remark;
import dev.buildlog.model.SourceReading;
import dev.buildlog.model.Stopped;
import dev.buildlog.render.Targets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pipeline of one checkout by which nothing is recorded or written, for those who ask what the routes would do. */
public final class DryRun implements AutoCloseable {

    private final Core core;
    private final Pipelines pipelines;
    private final PipelineBeans beans;
    private final Path root;

    private DryRun(Core core, Pipelines pipelines, PipelineBeans beans, Path root) {
        this.core = core;
        this.pipelines = pipelines;
        this.beans = beans;
        this.root = root;
    }

    /**
     * Opens the pipeline of the checkout around {@code place}.
     *
     * @param settings effective settings of a checkout as {@code buildlog.*} properties; of the home for null
     * @throws BuildlogException BAD_CONFIGURATION naming every problem if its routes are refused
     */
    public static DryRun open(Core core, Path place, Function<@Nullable Path, Map<String, String>> settings, Front front) {
        Path root = core.repositories().locate(place).root();
        PipelineBeans beans = new PipelineBeans(core, PipelineBeans.Mode.DRY, front, null, null);
        return new DryRun(core, Pipelines.started(core, List.of(root), settings, beans), beans, root);
    }

    /** Root of the checkout. */
    public Path root() {
        return root;
    }

    /** The targets that the routes know here. */
    public Targets targets() {
        return pipelines.targets(root);
    }

    /**
     * What the routes make of one entry of the checkout, as {@link #learn} has it.
     *
     * @param path path of the entry below the checkout's root
     * @throws BuildlogException if it cannot be read
     */
    public EntryVersion explain(String path) {
        return learn(pipelines.capture(root).read(path));
    }

    /**
     * What the routes make of an entry. What they would keep from agents is no insight of the result: a remark says that it waits
     * for a person, and why.
     *
     * @throws BuildlogException if they fail, or never reach the ledger
     */
    public EntryVersion learn(EntryVersion entry) {
        beans.dryLedger().forget();
        pipelines.entry(entry);
        EntryVersion learned = beans.dryLedger().last().orElseThrow(() -> new BuildlogException(
                BuildlogException.Kind.BAD_CONFIGURATION,
                "the routes never reach 'ledger.recordEntry': nothing would be learned from " + entry.path(), null));
        beans.dryCheckouts().forget();
        pipelines.select(new PublishRequest(entry.project(), DryLedger.TRIAL));
        return withoutStopped(learned, beans.dryCheckouts().stopped());
    }

    private static EntryVersion withoutStopped(EntryVersion learned, List<Stopped> stopped) {
        List<Insight> held = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (Stopped one : stopped) {
            Insight insight = learned.insights().get(Integer.parseInt(one.rule().id()));
            held.add(insight);
            remarks.add(new Remark(insight.line(), insight.text(), "Not shown to agents, waits for a person: it " + one.reason()
                    + "."));
        }
        return learned.withInsights(learned.insights().stream().filter(one -> !held.contains(one)).toList())
                .plusRemarks(remarks);
    }

    /**
     * What the routes would write for this checkout of the rules that the ledger knows now: the policy in force, or one that a
     * first draw may lead to.
     *
     * @throws BuildlogException if they fail, or never get that far
     */
    public Policy policy() {
        beans.dryLedger().forget();
        return selected(false);
    }

    /**
     * As {@link #policy()}, but what is chosen is recorded: with a draw where one is due, or asked for by {@code draw}.
     *
     * @throws BuildlogException if the routes fail, or never get that far
     */
    public Policy choose(boolean draw) {
        beans.dryLedger().choosing();
        try {
            return selected(draw);
        } finally {
            beans.dryLedger().forget();
        }
    }

    private Policy selected(boolean draw) {
        beans.dryCheckouts().forget();
        pipelines.select(new PublishRequest(core.repositories().locate(root).project().id(), root.toString(), draw));
        return beans.dryCheckouts().policy().orElseThrow(() -> new BuildlogException(
                BuildlogException.Kind.BAD_CONFIGURATION,
                "the routes never get from 'direct:select' to 'checkouts.each': they choose no rules for files", null));
    }

    /**
     * What the routes find in a source.
     *
     * @throws BuildlogException if they fail
     */
    public SourceReading read(EntryVersion source) {
        return pipelines.read(source);
    }

    @Override
    public void close() {
        pipelines.close();
    }
}
