package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.ledger.Consumed;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.model.Artifact;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that drain the outbox, drop artifacts and take them in, killed with SIGKILL in the middle of it. */
class EmissionsKilledTest {

    @TempDir
    Path base;

    private Path home;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        home = Files.createDirectories(base.resolve("home"));
        Files.createDirectories(home.resolve("emissions/pending"));
        Files.createDirectories(EmissionsProcess.incoming(home));
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    @Test
    void aDrainThatIsKilledOnce() throws Exception {
        drain(200, 1);
    }

    @Test
    @Tag("faults-full")
    void aDrainThatIsKilledTwentyTimes() throws Exception {
        drain(5_000, 20);
    }

    @Test
    void aProducerAndTwoConsumersOfWhichOneIsKilled() throws Exception {
        exchange(1, 20_260_301);
    }

    @Test
    @Tag("faults-full")
    void aProducerAndTwoConsumersKilledAHundredTimes() throws Exception {
        exchange(100, 20_260_302);
    }

    private void drain(int rows, int kills) throws Exception {
        TreeSet<String> expected = new TreeSet<>();
        try (Ledger ledger = Ledger.open(home)) {
            fill(ledger, rows, expected);
        }
        Path pending = home.resolve("emissions/pending");
        for (int kill = 1; kill <= kills; kill++) {
            int due = rows * kill / (kills + 1);
            Process process = start("drain");
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(2)).until(() -> count(pending) >= due);
            kill(process);
        }
        try (Ledger ledger = Ledger.open(home)) {
            EmissionsProcess.open(home, ledger).close();
            try (Connection connection = ledger.dataSource().getConnection();
                    var left = connection.createStatement().executeQuery(
                            "select count(*), count(dropped_at), count(distinct name) from outbox")) {
                assertThat(left.next()).isTrue();
                assertThat(List.of(left.getInt(1), left.getInt(2), left.getInt(3))).containsOnly(rows);
            }
        }
        assertThat(names(pending)).isEqualTo(expected);
        TreeSet<String> ids = new TreeSet<>();
        for (String name : expected) {
            ids.add(new ObjectMapper().readTree(pending.resolve(name).toFile()).at("/metadata/artifact_id").asText());
        }
        assertThat(ids).hasSize(rows);
    }

    private static void fill(Ledger ledger, int rows, TreeSet<String> names) throws Exception {
        try (Connection connection = ledger.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into outbox (id, name, type, project_id, json) values (?,?,?,?,?)")) {
                for (int i = 1; i <= rows; i++) {
                    Artifact artifact = EmissionsProcess.artifact(i);
                    names.add(artifact.name());
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
        }
    }

    private void exchange(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        Path processed = home.resolve("emissions/processed");
        List<String> roles = List.of("produce", "consume", "consume");
        List<Process> running = new ArrayList<>();
        for (String role : roles) {
            running.add(start(role));
        }
        for (int kill = 0; kill < kills; kill++) {
            int due = count(processed) + 1 + random.nextInt(60);
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(2)).until(() -> count(processed) >= due);
            int who = random.nextInt(roles.size());
            kill(running.get(who));
            running.set(who, start(roles.get(who)));
        }
        Files.createFile(home.resolve("stop"));
        assertThat(running.get(0).waitFor()).isZero();
        kill(running.get(1));
        kill(running.get(2));
        EmissionsProcess.consume(home, true);

        long produced = EmissionsProcess.progress(home) + 1;
        TreeSet<String> expected = new TreeSet<>();
        for (long n = 0; n < produced; n++) {
            expected.add(EmissionsProcess.artifact(n).name());
        }
        try (Ledger ledger = Ledger.open(home);
                Connection connection = ledger.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery("select name from consumed")) {
            TreeSet<String> consumed = new TreeSet<>();
            while (rows.next()) {
                assertThat(consumed.add(rows.getString(1))).isTrue();
            }
            assertThat(consumed).isEqualTo(expected);
            try (var edges = connection.createStatement().executeQuery("select count(*) from edge")) {
                assertThat(edges.next()).isTrue();
                assertThat(edges.getLong(1)).isEqualTo(2 * produced);
            }
            assertThat(new Consumed(ledger).edges("p")).hasSize((int) (2 * produced));
        }
        expected.removeAll(names(processed));
        assertThat(expected).as("consumed and not kept").isEmpty();
        assertThat(home.resolve("emissions/failed")).doesNotExist();
        assertThat(names(EmissionsProcess.incoming(home))).isEmpty();
        assertThat(names(home.resolve("emissions/work/incoming"))).isEmpty();
    }

    private Process start(String role) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        EmissionsProcess.class.getName(), role, home.toString())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(base, role, ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static void kill(Process process) {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().onExit().join();
    }

    private static int count(Path folder) throws IOException {
        return Files.exists(folder) ? names(folder).size() : 0;
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }
}
