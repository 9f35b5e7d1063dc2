package dev.buildlog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the parts share: the plan, the distribution, journals of each size, and the report. */
final class Bench {

    private final Plan plan;
    private final Path scratch;
    private final Distribution distribution;
    private final Report report;
    private final Corpus corpus = new Corpus();
    private final Map<Integer, Path> generated = new HashMap<>();
    private final Map<Integer, Workspace> synced = new HashMap<>();
    private boolean warm;
    private int workspaces;

    Bench(Plan plan, Path scratch, Path distribution, Report report) {
        this.plan = plan;
        this.scratch = scratch;
        this.distribution = new Distribution(distribution, scratch.resolve("cache"));
        this.report = report;
        corpus.shortcoming().ifPresent(report::skip);
    }

    Plan plan() {
        return plan;
    }

    Report report() {
        return report;
    }

    Path scratch() {
        return scratch;
    }

    /** The distribution, with archives ready to be used. */
    Distribution distribution() throws IOException, InterruptedException {
        if (!warm) {
            say("making class-data archives");
            distribution.warm(fresh(10));
            warm = true;
        }
        return distribution;
    }

    /** A repository of {@code entries} that nobody has read yet. */
    Workspace fresh(int entries) throws IOException, InterruptedException {
        Path source = generated.get(entries);
        if (source == null) {
            source = scratch.resolve("corpus-" + entries);
            corpus.write(entries, source);
            generated.put(entries, source);
        }
        return Workspace.create(Files.createDirectory(scratch.resolve("w" + ++workspaces)), source);
    }

    /** A repository of {@code entries} that have been read. */
    Workspace synced(int entries) throws IOException, InterruptedException {
        Workspace known = synced.get(entries);
        if (known == null) {
            known = fresh(entries);
            say("reading " + entries + " entries");
            Child.run(distribution().command(Distribution.Archive.ON, known, "sync"));
            synced.put(entries, known);
        }
        return known;
    }

    /** Keeps a repository that has been read for those who need one. */
    void keep(int entries, Workspace workspace) {
        synced.putIfAbsent(entries, workspace);
    }

    static void say(String what) {
        System.err.println("bench: " + what);
    }
}
