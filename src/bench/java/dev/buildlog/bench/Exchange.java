package dev.buildlog.bench;

import dev.buildlog.emission.RewardSignal;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How fast artifacts leave the outbox and are taken in, beside a loop that does no more than write, sync and rename. */
final class Exchange {

    private static final long LIMIT_MILLIS = 300_000;

    private final Bench bench;
    private final int artifacts;

    private Exchange(Bench bench, int artifacts) {
        this.bench = bench;
        this.artifacts = artifacts;
    }

    /**
     * What was found with so many artifacts: how many a second of each kind, and how much memory the service that drains and the
     * command that takes in had at most.
     */
    private record Found(int artifacts, double plain, double drained, double consumed, double drainMiB, double consumeMiB) {}

    static void measure(Bench bench) throws IOException, InterruptedException {
        int most = bench.plan().messages();
        Found some = new Exchange(bench, Math.max(1, most / 4)).run();
        Found all = new Exchange(bench, most).run();
        double aim = Math.min(1_000, all.plain / 2);
        bench.report().aim(Aim.atMost("draining one of " + most + " artifacts", 1_000 / aim, "ms", 1_000 / all.drained));
        bench.report().aim(Aim.atMost("taking in one of " + most + " artifacts", 1_000 / aim, "ms", 1_000 / all.consumed));
        Table table = new Table("artifacts", "plain loop, a second", "drain, a second", "of the loop", "take in, a second",
                "of the loop", "memory draining", "memory taking in");
        for (Found found : List.of(some, all)) {
            table.row(found.artifacts, Figures.of(found.plain), Figures.of(found.drained),
                    Figures.ratio(found.drained, found.plain), Figures.of(found.consumed),
                    Figures.ratio(found.consumed, found.plain), Figures.of(found.drainMiB) + " MiB",
                    Figures.of(found.consumeMiB) + " MiB");
        }
        bench.report().section("Artifacts", "Of about 1 kB each, from the first file that shows to the last; a service drains"
                + " the outbox, `emissions consume` takes them in. The plain loop writes, syncs and renames as many files and"
                + " does nothing else; the aim is 1,000 a second or half of what it reaches, whichever is less. Memory is the"
                + " most that the process had at any moment.", table);
    }

    private Found run() throws IOException, InterruptedException {
        Workspace workspace = bench.fresh(10);
        Path emissions = workspace.home().resolve("emissions");
        Files.createDirectories(emissions);
        Bench.say("writing, syncing and renaming " + artifacts + " files");
        double plain = plain(bench.scratch().resolve("plain-" + artifacts));
        fill(workspace.home());
        Bench.say("draining the outbox");
        Process service = Child.start(bench.distribution().command(Distribution.Archive.ON, workspace, "serve", "--port", "0"));
        Rate drained = rate(service, emissions.resolve("pending"));
        service.destroy();
        service.waitFor();
        Bench.say("taking in");
        Process consumer = Child.start(bench.distribution().command(Distribution.Archive.ON, workspace, "emissions", "consume"));
        Rate consumed = rate(consumer, emissions.resolve("processed"));
        consumer.waitFor();
        return new Found(artifacts, plain, drained.aSecond, consumed.aSecond, drained.mostMiB, consumed.mostMiB);
    }

    private static Artifact artifact(int number) {
        return new RewardSignal("0123456789ab", "rew-" + number, "revision", 0.7, "general", "ses-" + number % 50,
                List.of("wf-1a2b3c4d5e", "wf-" + number % 100), Instant.EPOCH.plusSeconds(number)).emission().numbered(number);
    }

    private double plain(Path folder) throws IOException {
        Files.createDirectories(folder);
        long begin = System.nanoTime();
        for (int i = 1; i <= artifacts; i++) {
            Artifact artifact = artifact(i);
            Path temporary = folder.resolve("." + artifact.name());
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(artifact.json().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(temporary, folder.resolve(artifact.name()), StandardCopyOption.ATOMIC_MOVE);
        }
        return artifacts / ((System.nanoTime() - begin) / 1e9);
    }

    private void fill(Path home) throws IOException {
        try (Ledger ledger = Ledger.open(home); Connection connection = ledger.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into outbox (id, name, type, project_id, json) values (?,?,?,?,?)")) {
                for (int i = 1; i <= artifacts; i++) {
                    Artifact artifact = artifact(i);
                    insert.setInt(1, i);
                    insert.setString(2, artifact.name());
                    insert.setString(3, artifact.type());
                    insert.setString(4, artifact.project());
                    insert.setString(5, artifact.json());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** @param mostMiB most memory of the process at any look */
    private record Rate(double aSecond, double mostMiB) {}

    /** From the look that sees the first file to the one that sees the last. */
    private Rate rate(Process process, Path folder) throws IOException, InterruptedException {
        long begin = 0;
        int first = 0;
        double most = 0;
        for (long waited = 0; waited < LIMIT_MILLIS; waited += 20) {
            int count = count(folder);
            most = Math.max(most, memory(process));
            if (begin == 0 && count > 0) {
                begin = System.nanoTime();
                first = count;
            }
            if (count >= artifacts) {
                return new Rate((artifacts - first) / ((System.nanoTime() - begin) / 1e9), most);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException(folder + " did not fill up in " + LIMIT_MILLIS / 1_000 + " s");
    }

    /** Most memory so far, in MiB; 0 once it has ended. */
    private static double memory(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static int count(Path folder) throws IOException {
        int count = 0;
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
                for (Path ignored : files) {
                    count++;
                }
            }
        }
        return count;
    }
}
