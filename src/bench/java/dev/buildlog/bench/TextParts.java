package dev.buildlog.bench;

import dev.buildlog.curate.Grouping;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.extract.ImprovementsExtractor;
import dev.buildlog.extract.LessonsExtractor;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Holder;
import dev.buildlog.render.FileChange;
import dev.buildlog.render.ManagedBlock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The hot parts that touch no file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextParts {

    private static final String TEXT =
            "Run the integration tests and the type checker before merging the feature branch";
    private static final String ALIKE =
            "Run the integration tests and the type checker before merging a hotfix branch";
    private static final int RULES = 500;

    private final TokenSimilarity similarity = new TokenSimilarity();
    private final ImprovementsExtractor improvements = new ImprovementsExtractor();
    private final LessonsExtractor lessons = new LessonsExtractor();
    private EntryVersion entry;
    private Fingerprint one;
    private Fingerprint other;
    private MemoryGraph graph;
    private byte[] file;
    private String body;

    @Setup
    public void prepare() {
        Wording wording = new Wording(1);
        entry = EntryVersion.of("0123456789ab", Holder.SUBMISSION, "buildlog/2026-01-10-x.md",
                LocalDate.of(2026, 1, 10), "00", Corpus.entry(wording, new Random(1), 1), Instant.EPOCH);
        one = similarity.fingerprint(TEXT);
        other = similarity.fingerprint(ALIKE);
        double alike = similarity.compare(one, other);
        if (alike < similarity.threshold() || alike == 1) {
            throw new IllegalStateException("the texts are to be alike but not the same: " + alike);
        }
        graph = MemoryGraph.of(1_000, similarity);
        StringBuilder rules = new StringBuilder("## Rules\n\n");
        for (int rule = 0; rule < RULES; rule++) {
            rules.append("- ").append(wording.next()).append('\n');
        }
        FileChange.Written first = (FileChange.Written) ManagedBlock.apply("AGENTS.md",
                "# Our agents\n\nBe kind.\n".getBytes(StandardCharsets.UTF_8), rules.toString(), "pol-0");
        file = first.content();
        body = rules.append("- ").append(wording.next()).append('\n').toString();
    }

    /** Both shipped extractors on one entry of about twelve learnings. */
    @Benchmark
    public EntryVersion extractOneEntry() {
        return lessons.extract(improvements.extract(entry));
    }

    @Benchmark
    public Fingerprint fingerprint() {
        return similarity.fingerprint(TEXT);
    }

    @Benchmark
    public double compare() {
        return similarity.compare(one, other);
    }

    /** All groups of 1,000 texts at once. */
    @Benchmark
    public Map<Long, Long> regroupThousand() {
        return Grouping.regroup(graph, graph.nodes());
    }

    /** A block of 500 rules becomes one of 501. */
    @Benchmark
    public FileChange applyManagedBlock() {
        return ManagedBlock.apply("AGENTS.md", file, body, "pol-1");
    }
}
