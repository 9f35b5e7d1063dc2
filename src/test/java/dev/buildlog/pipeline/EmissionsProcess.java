package dev.buildlog.pipeline;

import dev.buildlog.config.Settings;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.curate.VectorCache;
import dev.buildlog.curate.Vectors;
import dev.buildlog.curate.WordVectors;
import dev.buildlog.emission.EmissionSink;
import dev.buildlog.emission.Inbox;
import dev.buildlog.emission.Outcomes;
import dev.buildlog.emission.RewardSignal;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.Artifact;
import dev.buildlog.models.GitRepositories;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A process that drains, consumes or produces until it is killed: {@code EmissionsProcess drain|consume|produce HOME}. */
final class EmissionsProcess {

    private EmissionsProcess() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "produce" -> produce(home);
            case "consume" -> consume(home, false);
            default -> drain(home);
        }
    }

    static Path incoming(Path home) {
        return home.resolve("emissions/incoming");
    }

    /** Number {@code n} of what is produced: an artifact with two edges. */
    static Artifact artifact(long n) {
        return new RewardSignal("p", "w" + n, "accepted", 1, "", "s", List.of("wf-" + n % 7), Instant.EPOCH.plusMillis(n))
                .emission().numbered(n);
    }

    /** The number that is produced next, or was being produced when the producer was killed. */
    static long progress(Path home) {
        String text = Workshop.read(home.resolve("progress"));
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static void produce(Path home) {
        EmissionSink sink = new EmissionSink();
        sink.setFolder(incoming(home).toString());
        long n = progress(home);
        do {
            AtomicFile.write(home.resolve("progress"), Long.toString(n).getBytes(StandardCharsets.UTF_8));
            sink.drop(artifact(n++));
        } while (!Files.exists(home.resolve("stop")));
    }

    /** @param once whether to end when nothing is left */
    static void consume(Path home, boolean once) {
        Path emissions = home.resolve("emissions");
        Outcomes outcomes = new Outcomes(emissions.resolve("processed"), emissions.resolve("failed"));
        try (Ledger ledger = Ledger.open(home); Sync sync = open(home, ledger)) {
            do {
                try (Inbox inbox = Inbox.open(incoming(home), emissions.resolve("work/incoming"), Instant.now())) {
                    while (inbox.hasNext()) {
                        outcomes.settle(inbox, sync.doors().artifacts(inbox.next()), Instant.now());
                    }
                }
            } while (!once);
        }
    }

    private static void drain(Path home) {
        try (Ledger ledger = Ledger.open(home); Sync sync = open(home, ledger)) {
            while (!home.resolve("stop").toFile().exists()) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    static Sync open(Path home, Ledger ledger) {
        TokenSimilarity token = new TokenSimilarity();
        Core core = new Core(Path.of("").toAbsolutePath(), home, ledger, new GitRepositories(), Map.of(token.name(), token),
                new Vectors(new WordVectors(), VectorCache.NONE), Clock.systemUTC(), "test");
        return Sync.home(core, root -> Settings.load(home, root, Map.of(), Map.of()).asProperties(),
                Workshop.front(core, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
    }
}
