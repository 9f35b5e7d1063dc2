package dev.buildlog.bench;

import dev.buildlog.bench.Distribution.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** One pass over a journal, as a process. */
final class Syncs {

    private final Bench bench;
    private final Plan plan;

    private Syncs(Bench bench) {
        this.bench = bench;
        this.plan = bench.plan();
    }

    static void measure(Bench bench) throws IOException, InterruptedException {
        Syncs syncs = new Syncs(bench);
        syncs.first();
        syncs.second();
    }

    private void first() throws IOException, InterruptedException {
        Table table = new Table("entries", "archive", "time", "an entry", "runs");
        first(table, plan.small(), Archive.OFF, plan.syncRuns());
        first(table, plan.small(), Archive.ON, plan.syncRuns());
        double mediumOff = first(table, plan.medium(), Archive.OFF, plan.syncRuns());
        double mediumOn = first(table, plan.medium(), Archive.ON, plan.syncRuns());
        double large = first(table, plan.large(), Archive.OFF, 1);
        aim(plan.medium() + " entries, without archive", 3, mediumOff);
        aim(plan.medium() + " entries, with archive", 3, mediumOn);
        aim(plan.large() + " entries, without archive", 25, large);
        bench.report().section("First sync", "`buildlog sync` of a journal that nobody has read, into an empty home:"
                + " from the start of the launcher to the end of the process. Medians.", table);
    }

    private void aim(String what, double seconds, double millis) {
        bench.report().aim(Aim.atMost("first sync, " + what, seconds, "s", millis / 1_000));
    }

    private double first(Table table, int entries, Archive archive, int runs) throws IOException, InterruptedException {
        Samples samples = new Samples();
        for (int run = 1; run <= runs; run++) {
            Workspace workspace = bench.fresh(entries);
            Bench.say("first sync of " + entries + " entries, archive " + archive + ", run " + run + " of " + runs);
            samples.add(sync(archive, workspace, "Read " + entries + " entries."));
            bench.keep(entries, workspace);
        }
        table.row(entries, archive == Archive.ON ? "with" : "without", Figures.seconds(samples.median()),
                Figures.ms(samples.median() / entries), samples.size());
        return samples.median();
    }

    private void second() throws IOException, InterruptedException {
        Table table = new Table("entries", "nothing changed", "one entry changed", "difference");
        second(table, plan.small());
        second(table, plan.large());
        bench.report().section("Second sync", "`buildlog sync` as a process, with archive, in turns. Medians of "
                + plan.runs() + " runs.", table);
    }

    private void second(Table table, int entries) throws IOException, InterruptedException {
        Workspace workspace = bench.synced(entries);
        Wording wording = new Wording(entries);
        Random random = new Random(entries);
        List<Path> files = workspace.entries();
        Samples nothing = new Samples();
        Samples changed = new Samples();
        Bench.say("second syncs of " + entries + " entries");
        for (int run = 0; run < plan.runs(); run++) {
            nothing.add(sync(Archive.ON, workspace, "Nothing changed."));
            workspace.replaceLast(files.get(random.nextInt(files.size())), wording.next());
            changed.add(sync(Archive.ON, workspace, "Read 1 entry."));
        }
        table.row(entries, Figures.ms(nothing.median()), Figures.ms(changed.median()),
                Figures.ms(changed.median() - nothing.median()));
    }

    private double sync(Archive archive, Workspace workspace, String expected)
            throws IOException, InterruptedException {
        Child.Finished run = Child.run(bench.distribution().command(archive, workspace, "sync"));
        if (!run.output().contains(expected)) {
            throw new IllegalStateException("sync said '" + run.output().strip() + "' instead of '" + expected + "'");
        }
        return run.millis();
    }
}
