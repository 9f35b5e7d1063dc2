package dev.buildlog.bench;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Contender;
import dev.buildlog.learn.Draw;
import dev.buildlog.learn.Selection;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.Projects;
import dev.buildlog.ledger.Selections;
import dev.buildlog.model.Project;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/** Drawing from 10,000 rules, each with a belief of its own, and putting the draw on disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SelectionParts {

    private static final int RULES = 10_000;
    private static final String PROJECT = "0123456789ab";

    private final List<Contender> contenders = new ArrayList<>();
    private Path home;
    private Ledger ledger;
    private Selections selections;
    private Selection drawn;
    private long seed;

    @Setup(Level.Trial)
    public void fill() throws IOException {
        home = Files.createTempDirectory("buildlog-bench-selection");
        ledger = Ledger.open(home);
        new Projects(ledger, Clock.systemUTC()).register(new Project(PROJECT, "bench", ""));
        selections = new Selections(ledger);
        Random random = new Random(3);
        for (int number = 0; number < RULES; number++) {
            Beta belief = new Beta(1 + 8 * random.nextDouble(), 1 + 15 * random.nextDouble());
            String id = "wf-" + Sha256.of("rule " + number).substring(0, 10);
            contenders.add(new Contender(id, belief, 8 + random.nextInt(40), false));
        }
        drawn = new Draw(10, 0.1, 1_500).from(contenders, 1);
    }

    /** With the propensities of all of them, where the budget binds. */
    @Benchmark
    public Selection drawWithPropensities() {
        return new Draw(10, 0.1, 400).from(contenders, ++seed);
    }

    /** One synced transaction. */
    @Benchmark
    public void recordTheDraw() {
        selections.record(new Selections.Made("sel-" + ++seed, PROJECT, "general", Instant.EPOCH, drawn));
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
}
