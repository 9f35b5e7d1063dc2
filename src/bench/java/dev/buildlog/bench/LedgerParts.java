package dev.buildlog.bench;

import dev.buildlog.curate.Categorizer;
import dev.buildlog.curate.Deduplicator;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.extract.ImprovementsExtractor;
import dev.buildlog.ledger.EntryRecorder;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.Projects;
import dev.buildlog.ledger.Recorded;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The transaction that records an entry, on disk, in a ledger that holds 1,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LedgerParts {

    private static final int ENTRIES = 1_000;
    private static final String PROJECT = "0123456789ab";
    private static final String RECIPE = "bench";

    private final ImprovementsExtractor extractor = new ImprovementsExtractor();
    private final Categorizer categorizer = new Categorizer();
    private final Deduplicator deduplicator = new Deduplicator();
    private final Wording wording = new Wording(3);
    private final Random random = new Random(3);
    private Path home;
    private Ledger ledger;
    private EntryRecorder recorder;
    private EntryVersion next;
    private int versions;

    @Setup(Level.Trial)
    public void fill() throws IOException {
        home = Files.createTempDirectory("buildlog-bench-ledger");
        ledger = Ledger.open(home);
        TokenSimilarity token = new TokenSimilarity();
        new Projects(ledger, Clock.systemUTC()).register(new Project(PROJECT, "bench", ""));
        recorder = new EntryRecorder(ledger, Map.of(token.name(), token), Clock.systemUTC(), "bench");
        for (int number = 0; number < ENTRIES; number++) {
            recorder.record(version(number), RECIPE);
        }
    }

    /** Made beforehand, so that recording alone is timed; each takes milliseconds, so that the pause does no harm. */
    @Setup(Level.Invocation)
    public void prepare() {
        next = version(random.nextInt(ENTRIES));
    }

    /** A version in which every learning is new: the most work that an entry of about twelve learnings can be. */
    @Benchmark
    public Recorded recordOneEntry() {
        return recorder.record(next, RECIPE);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        ledger.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(home)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private EntryVersion version(int number) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(number / 3);
        String text = Corpus.entry(wording, random, number);
        String path = "buildlog/" + day + "-entry-" + number + ".md";
        EntryVersion entry = EntryVersion.of(PROJECT, Holder.SUBMISSION, path, day, Sha256.of(text), text,
                Instant.ofEpochSecond(++versions));
        return deduplicator.fingerprint(categorizer.categorise(extractor.extract(entry)));
    }
}
