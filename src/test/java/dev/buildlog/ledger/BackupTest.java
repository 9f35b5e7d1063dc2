package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Path home;
    private Path copy;

    @BeforeEach
    void name() {
        home = folder.resolve("home");
        copy = folder.resolve("it's a copy.db");
    }

    @Test
    void aCopyTakenInUseIsRestoredAndWhatWasThereIsKept() throws IOException {
        Set<String> before;
        try (TestLedger ledger = TestLedger.open(home)) {
            FullLedger.fill(ledger);
            before = MovedLedger.folds(ledger);
            Backup.Content content = new Backup(ledger.ledger).write(copy);
            assertThat(content.rows()).containsEntry("insight", ledger.count("insight"));
            assertThat(content.schema()).isEqualTo(Schema.VERSION);
            ledger.record(TestLedger.entry(TestLedger.MAIN, "2026-02-10-later.md", 20, "Said after the copy was taken"));
        }
        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Restore.Report report = Restore.run(home, copy, NOW);
        try (TestLedger ledger = TestLedger.open(home)) {
            assertThat(MovedLedger.folds(ledger)).isEqualTo(before);
            assertThat(ledger.rebuild()).isEmpty();
        }
        assertThat(Backup.verify(report.aside()).rows().get("insight")).isEqualTo(report.content().rows().get("insight") + 1);
    }

    @Test
    void aDamagedCopyAndANewerOneAreRefusedAndNothingChanges() throws IOException, SQLException {
        try (TestLedger ledger = TestLedger.open(home)) {
            FullLedger.fill(ledger);
            new Backup(ledger.ledger).write(copy);
            assertThatThrownBy(() -> new Backup(ledger.ledger).write(copy)).hasMessageContaining("already");
        }
        byte[] live = Files.readAllBytes(home.resolve("buildlog.db"));
        byte[] whole = Files.readAllBytes(copy);
        byte[] damaged = whole.clone();
        for (int i = damaged.length / 4; i < damaged.length * 3 / 4; i++) {
            damaged[i] = (byte) ~damaged[i];
        }
        Files.write(copy, damaged);
        assertThatThrownBy(() -> Restore.run(home, copy, NOW)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining(copy.toString()).hasMessageContaining("damaged");
        Files.write(copy, whole);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + copy); Statement statement = other.createStatement()) {
            statement.executeUpdate("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success) values (99, '99', 'later', 'SQL', 'V99', '', 0, 1)");
        }
        assertThatThrownBy(() -> Restore.run(home, copy, NOW)).hasMessageContaining("newer buildlog (schema 99");
        Files.writeString(copy, "no database");
        assertThatThrownBy(() -> Restore.run(home, copy, NOW)).isInstanceOf(BuildlogException.class);
        assertThatThrownBy(() -> Restore.run(home, folder.resolve("nowhere"), NOW)).hasMessageContaining("not there");
        assertThat(Files.readAllBytes(home.resolve("buildlog.db"))).isEqualTo(live);
        try (var files = Files.list(home)) {
            assertThat(files).noneMatch(file -> file.toString().contains("replaced") || file.toString().contains("restoring"));
        }
    }

    @Test
    void aDatabaseThatIsInUseIsNotReplaced() throws SQLException {
        try (TestLedger ledger = TestLedger.open(home)) {
            new Backup(ledger.ledger).write(copy);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("buildlog.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                assertThatThrownBy(() -> Restore.run(home, copy, NOW)).hasMessageContaining("busy");
                statement.execute("rollback");
            }
        }
    }

    @Test
    void aDamagedLedgerIsReplacedToo() throws IOException {
        try (TestLedger ledger = TestLedger.open(home)) {
            new Backup(ledger.ledger).write(copy);
        }
        Files.writeString(home.resolve("buildlog.db"), "somebody has written into it");
        Restore.Report report = Restore.run(home, copy, NOW);
        assertThat(report.aside()).hasContent("somebody has written into it");
        try (TestLedger ledger = TestLedger.open(home)) {
            assertThat(ledger.rebuild()).isEmpty();
        }
    }

    @Test
    void aMigrationKeepsWhatWasThereFirst() throws IOException, SQLException {
        Files.createDirectories(home);
        String url = "jdbc:sqlite:" + home.resolve("buildlog.db");
        Flyway.configure().dataSource(url, "", "").locations("classpath:db/migration").target("4").load().migrate();
        try (Connection old = DriverManager.getConnection(url); Statement statement = old.createStatement()) {
            statement.executeUpdate("insert into project (id, name, remote, created_at) values ('111111111111', 'shop', '', '')");
        }
        try (TestLedger ledger = TestLedger.open(home)) {
            assertThat(new Projects(ledger.ledger, TestLedger.CLOCK).find("111111111111")).isPresent();
        }
        Backup.Content kept = Backup.verify(home.resolve("backups/buildlog-schema-4.db"));
        assertThat(kept.schema()).isEqualTo(4);
        assertThat(kept.rows()).containsEntry("project", 1L).doesNotContainKey("project_alias");
        TestLedger.open(home).close();
        try (var backups = Files.list(home.resolve("backups"))) {
            assertThat(backups).hasSize(1);
        }
    }

    @Test
    void theDatabaseOfThePythonToolIsLeftAlone() throws IOException, SQLException {
        Files.createDirectories(home);
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("buildlog.db"));
                Statement statement = old.createStatement()) {
            statement.executeUpdate("create table schema_version (version integer primary key, applied_at text)");
            statement.executeUpdate("create table skill_decisions (project_id text, skill_id text)");
        }
        assertThatThrownBy(() -> Ledger.open(home)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("Python tool").hasMessageContaining("buildlog migrate");
    }
}
