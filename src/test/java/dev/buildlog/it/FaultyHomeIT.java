package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes and ports that a service or a command cannot use: a message with the way out, and nothing lost. */
class FaultyHomeIT {

    private static final String RULE = "Pin the grammar before upgrading the parser";

    @TempDir
    static Path folder;

    private static Machine machine;
    private static Repository repository;

    @BeforeAll
    static void write() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text(RULE));
    }

    @AfterAll
    static void close() {
        machine.close();
    }

    private static void refused(Run run, String... words) {
        assertThat(run).extracting(Run::code, Run::out).containsExactly(1, "");
        assertThat(run.err()).contains(words).doesNotContain("Exception", "\tat ", "Unexpected");
    }

    @Test
    void aSecondServiceOnTheHomeIsToldWhereTheFirstListens() {
        ServiceProcess first = machine.serve(repository.root());
        Run second = machine.run(repository.root(), "serve", "--port", "0");
        refused(second, "already", first.url(), machine.home().toString(), "BUILDLOG_HOME");
        assertThat(first.health().at("/ready").asBoolean()).isTrue();
        assertThat(first.stop().code()).isEqualTo(143);
        assertThat(machine.serve(repository.root()).stop().code()).as("the home is free again").isEqualTo(143);
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            refused(machine.home(folder.resolve("ported")).run(repository.root(), "serve", "--port", port),
                    "port " + port, "--port");
        }
    }

    @Test
    void aHomeThatCannotBeMade() throws IOException {
        Path home = Files.writeString(folder.resolve("file"), "in the way").resolve("home");
        refused(machine.home(home).run(repository.root(), "sync"), home.toString(), "BUILDLOG_HOME");
        for (String command : List.of("serve", "skills", "new x")) {
            Run run = machine.home(home).run(repository.root(), command.split(" "));
            assertThat(run.code()).as(command).isEqualTo(78);
            assertThat(run.err()).contains(home.resolve("config.yaml: cannot be reached").toString()).doesNotContain("\tat ");
        }
    }

    @Test
    void aHomeThatIsReadOnly() throws IOException {
        Path home = Files.createDirectories(folder.resolve("read only"));
        machine.home(home).result(repository.root(), "sync");
        try (Mount mount = Mount.readOnly(home)) {
            for (String command : List.of("sync", "serve", "skills")) {
                refused(machine.home(home).run(repository.root(), command), home.toString(), "BUILDLOG_HOME");
            }
        }
        assertThat(machine.home(home).result(repository.root(), "rebuild")).contains("identical");
    }

    @Test
    void aDiskThatFillsUpAndIsEmptiedAgain() throws IOException {
        Path home = Files.createDirectories(folder.resolve("small disk"));
        try (Mount mount = Mount.memory(home, "24m")) {
            Repository busy = Repository.at(folder.resolve("busy"));
            busy.write("2026-03-01-before.md", Repository.text("Measure before the disk is full"));
            ServiceProcess service = machine.home(home).serve(busy.root(), "-D", "journal.sweep_seconds=1");
            String project = service.get("/api/v1/projects").at("/projects/0/id").asText();
            await().atMost(Duration.ofSeconds(30)).until(() -> busy.agents().contains("Measure before"));
            Path filler = Files.createFile(home.resolve("filler"));
            fill(filler);
            for (int i = 0; i < 40; i++) {
                busy.write("2026-03-02-full-" + i + ".md", Repository.text("Count pallet number " + i + " on the ramp"));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> service.errText().contains("not even kept in the dead letters"));
            assertThat(service.errText()).contains("disk is full");
            assertThat(service.health().at("/live").asBoolean()).isTrue();
            Run sync = machine.home(home).run(busy.root(), "sync");
            assertThat(sync.code()).isEqualTo(1);
            assertThat(sync.err()).contains("disk is full").doesNotContain("\tat ");
            assertThat(busy.agents()).contains("Measure before");
            assertThat(service.submit(project, "{\"key\": \"a\", \"text\": \"# Refused\"}")).isGreaterThanOrEqualTo(500);
            assertThat(service.errText()).doesNotContain("\tat ");

            Files.delete(filler);
            busy.write("2026-03-03-after.md", Repository.text("Celebrate when there is room"));
            await().atMost(Duration.ofSeconds(60)).until(() -> busy.agents().contains("Celebrate when"));
            await().atMost(Duration.ofSeconds(60)).until(() -> busy.agents().split("Count pallet").length == 41);
            await().atMost(Duration.ofSeconds(60)).until(() -> waiting(home) == 0);
            assertThat(service.stop().code()).isEqualTo(143);
            assertThat(machine.home(home).result(busy.root(), "rebuild")).contains("identical");
            assertThat(machine.home(home).run(busy.root(), "emissions", "consume", "--json").json().at("/failed").asInt())
                    .as("every artifact is whole").isZero();
            assertThat(artifacts(home)).as("each rule is told once").containsOnlyOnce("pallet number 39 ")
                    .containsOnlyOnce("pallet number 0 ").contains("Celebrate when there is room");
        }
    }

    @Test
    void anEmissionsFolderThatFillsUpHarmsNothingElse() throws Exception {
        Path home = folder.resolve("full emissions");
        Path emissions = Files.createDirectories(home.resolve("emissions"));
        try (Mount mount = Mount.memory(emissions, "1m")) {
            Repository shop = Repository.at(folder.resolve("emitting"));
            shop.write("2026-03-01-before.md", Repository.text("Measure before the folder is full"));
            ServiceProcess service = machine.home(home).serve(shop.root(), "-D", "journal.sweep_seconds=1");
            String project = service.get("/api/v1/projects").at("/projects/0/id").asText();
            await().atMost(Duration.ofSeconds(30)).until(() -> shop.agents().contains("Measure before"));
            Path filler = Files.createFile(mount.place().resolve("filler"));
            fill(filler);
            for (int i = 0; i < 20; i++) {
                assertThat(service.submit(project, "{\"key\": \"k" + i + "\", \"text\": \"# Full\\n\\n## Improvements\\n\\n"
                        + "### Workflow\\n\\n- Weigh crate number " + i + " at the gate\\n\"}")).isLessThan(300);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> service.errText().contains("emissions wait in the outbox"));
            assertThat(waiting(home)).isPositive();
            Files.delete(filler);
            await().atMost(Duration.ofSeconds(60)).until(() -> waiting(home) == 0);
            assertThat(service.stop().code()).isEqualTo(143);
            machine.home(home).result(shop.root(), "emissions", "consume");
            assertThat(artifacts(home)).as("each rule is told once").containsOnlyOnce("crate number 19 ")
                    .containsOnlyOnce("crate number 0 ");
        }
    }

    /** Rows in the outbox, asked of the file itself: a command for each look would be most of the test's work. */
    private static int waiting(Path home) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("buildlog.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from outbox where dropped_at is null")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String artifacts(Path home) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("emissions/processed"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("learned_rules")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static void fill(Path filler) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            byte[] page = new byte[4096];
            while (true) {
                file.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Test
    void aDamagedLedgerIsLeftAsItIs() throws IOException {
        Path home = folder.resolve("damaged");
        machine.home(home).result(repository.root(), "sync");
        Path ledger = home.resolve("buildlog.db");
        byte[] bytes = Files.readAllBytes(ledger);
        java.util.Arrays.fill(bytes, 0, Math.min(bytes.length, 20_000), (byte) 7);
        Files.write(ledger, bytes);
        for (String command : List.of("sync", "serve", "distill", "rebuild")) {
            refused(machine.home(home).run(repository.root(), command), ledger.toString(), "damaged");
        }
        assertThat(Files.readAllBytes(ledger)).isEqualTo(bytes);
        assertThat(repository.agents()).contains(RULE);
    }

    @Test
    void aLedgerOfANewerVersionIsLeftAsItIs() throws Exception {
        Path home = folder.resolve("newer");
        machine.home(home).result(repository.root(), "sync");
        Path ledger = home.resolve("buildlog.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into flyway_schema_history select 99, '99', 'newer', type, script, checksum,"
                    + " installed_by, installed_on, execution_time, success from flyway_schema_history limit 1");
        }
        byte[] bytes = Files.readAllBytes(ledger);
        for (String command : List.of("sync", "serve")) {
            refused(machine.home(home).run(repository.root(), command), ledger.toString(), "newer");
        }
        assertThat(Files.readAllBytes(ledger)).isEqualTo(bytes);
    }

    /** A file system mounted for a test; skips the test where that is not allowed. */
    private record Mount(Path place) implements AutoCloseable {

        static Mount memory(Path place, String size) {
            return mounted(place, List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString()));
        }

        static Mount readOnly(Path place) {
            return mounted(place, List.of("sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"",
                    place.toString()));
        }

        private static Mount mounted(Path place, List<String> command) {
            Run run = Machine.finish(machine.begin(folder, command));
            assumeThat(run.code()).as("mounting is not allowed here: " + run.err()).isZero();
            return new Mount(place);
        }

        @Override
        public void close() {
            assertThat(Machine.finish(machine.begin(folder, List.of("umount", "-l", place.toString()))).code()).isZero();
        }
    }
}
