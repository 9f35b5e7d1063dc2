package dev.buildlog.bench;

import dev.buildlog.emission.RewardSignal;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.Artifact;
import java.io.IOException;
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

/** How fast artifacts leave the outbox and are taken in, beside a loop that does no more than write, sync and rename. */
final class Exchange {

    private static final int ARTIFACTS = 10_000;
    private static final long LIMIT_MILLIS = 300_000;

    private Exchange() {}

    static void measure(Bench bench) throws IOException, InterruptedException {
        Workspace workspace = bench.fresh(10);
        Path emissions = workspace.home().resolve("emissions");
        Files.createDirectories(emissions);
        Bench.say("writing, syncing and renaming " + ARTIFACTS + " files");
        double plain = plain(bench.scratch().resolve("plain"));
        fill(workspace.home());
        Bench.say("draining the outbox");
        Process service = Child.start(bench.distribution().command(Distribution.Archive.ON, workspace, "serve", "--port", "0"));
        double drained = rate(emissions.resolve("pending"));
        service.destroy();
        service.waitFor();
        Bench.say("taking in");
        Process consumer = Child.start(bench.distribution().command(Distribution.Archive.ON, workspace, "emissions", "consume"));
        double consumed = rate(emissions.resolve("processed"));
        consumer.waitFor();

        double aim = Math.min(1_000, plain / 2);
        bench.report().aim(Aim.atMost("draining one of 10,000 artifacts", 1_000 / aim, "ms", 1_000 / drained));
        bench.report().aim(Aim.atMost("taking in one of 10,000 artifacts", 1_000 / aim, "ms", 1_000 / consumed));
        bench.report().section("Artifacts", "10,000 of about 1 kB, from the first file that shows to the last; a service drains"
                        + " the outbox, `emissions consume` takes them in. The plain loop writes, syncs and renames as many files and"
                        + " does nothing else; the aim is 1,000 a second or half of what it reaches, whichever is less.",
                new Table("work", "a second")
                        .row("plain loop", Figures.of(plain))
                        .row("drain", Figures.of(drained))
                        .row("take in", Figures.of(consumed)));
    }

    private static Artifact artifact(int number) {
        return new RewardSignal("0123456789ab", "rew-" + number, "revision", 0.7, "general", "ses-" + number % 50,
                List.of("wf-1a2b3c4d5e", "wf-" + number % 100), Instant.EPOCH.plusSeconds(number)).emission().numbered(number);
    }

    private static double plain(Path folder) throws IOException {
        Files.createDirectories(folder);
        long begin = System.nanoTime();
        for (int i = 1; i <= ARTIFACTS; i++) {
            Artifact artifact = artifact(i);
            Path temporary = folder.resolve("." + artifact.name());
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(artifact.json().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(temporary, folder.resolve(artifact.name()), StandardCopyOption.ATOMIC_MOVE);
        }
        return ARTIFACTS / ((System.nanoTime() - begin) / 1e9);
    }

    private static void fill(Path home) throws IOException {
        try (Ledger ledger = Ledger.open(home); Connection connection = ledger.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into outbox (id, name, type, project_id, json) values (?,?,?,?,?)")) {
                for (int i = 1; i <= ARTIFACTS; i++) {
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

    /** Files a second, from the look that sees the first of them to the one that sees the last. */
    private static double rate(Path folder) throws IOException, InterruptedException {
        long begin = 0;
        int first = 0;
        for (long waited = 0; waited < LIMIT_MILLIS; waited += 20) {
            int count = count(folder);
            if (begin == 0 && count > 0) {
                begin = System.nanoTime();
                first = count;
            }
            if (count == ARTIFACTS) {
                return (ARTIFACTS - first) / ((System.nanoTime() - begin) / 1e9);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException(folder + " did not fill up in " + LIMIT_MILLIS / 1_000 + " s");
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
