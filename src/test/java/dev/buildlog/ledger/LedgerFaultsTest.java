package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFaultsTest {

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void name() {
        file = home.resolve("buildlog.db");
    }

    @Test
    void aDamagedHeaderIsRefusedAndLeftAsItIs() throws IOException {
        fill();
        byte[] damaged = flip(0, 100);
        assertThatThrownBy(() -> Ledger.open(home)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("damaged").hasMessageContaining("restore a copy");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void damageInTheMiddleIsFoundWhenItIsReadAndNothingBeginsEmpty() throws IOException {
        fill();
        int length = (int) Files.size(file);
        flip(length / 4, length * 3 / 4);
        assertThatThrownBy(() -> {
            try (Ledger ledger = Ledger.open(home)) {
                new Rules(ledger).withSources(TestLedger.PROJECT);
                new Rebuild(ledger, TestLedger.BACKENDS).run(percent -> {});
            }
        }).isInstanceOf(BuildlogException.class).hasMessageContaining(file.toString()).hasMessageContaining("damaged");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        String text = "Notes about buildlog, kept under an unlucky name.\n".repeat(100);
        Files.writeString(file, text);
        assertThatThrownBy(() -> Ledger.open(home)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("damaged");
        assertThat(file).hasContent(text);
    }

    @Test
    void aLedgerOfANewerVersionIsRefused() throws SQLException {
        fill();
        try (Connection other = connect(); Statement statement = other.createStatement()) {
            statement.executeUpdate("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success) values (99, '99', 'later', 'SQL', 'V99', '', 0, 1)");
        }
        assertThatThrownBy(() -> Ledger.open(home)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("newer buildlog (schema 99").hasMessageContaining("update");
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws IOException {
        Path below = Files.writeString(home.resolve("a file"), "").resolve("home");
        assertThatThrownBy(() -> Ledger.open(below)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining(below.toString()).hasMessageContaining("BUILDLOG_HOME");
    }

    @Test
    void aFolderNamedLikeTheLedgerIsNamed() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> Ledger.open(home)).isInstanceOf(BuildlogException.class).hasMessageContaining(file.toString());
        assertThat(file).isDirectory();
    }

    @Test
    void aReadOnlyHomeIsNamed() {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        assertThat(home.toFile().setWritable(false)).isTrue();
        try {
            assertThatThrownBy(() -> Ledger.open(home)).isInstanceOf(BuildlogException.class)
                    .hasMessageContaining(home.toString()).hasMessageContaining("make it writable");
        } finally {
            assertThat(home.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aLockThatAnotherProcessKeepsMeansBusyAndTryingAgainHelps() throws SQLException {
        try (TestLedger live = TestLedger.open(home, Duration.ofMillis(50));
                Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> live.record(entry(MAIN, "2026-01-10-a.md", 1, "Text")))
                    .isInstanceOf(LedgerBusyException.class).hasMessageContaining(file.toString());
            assertThat(live.rules()).isEmpty();
            statement.execute("rollback");
            assertThat(live.record(entry(MAIN, "2026-01-10-a.md", 1, "Text")).changed()).isTrue();
        }
    }

    private void fill() {
        try (TestLedger live = TestLedger.open(home)) {
            for (int i = 10; i < 30; i++) {
                live.record(entry(MAIN, "2026-01-" + i + "-a.md", 1, "Text number " + i, "Another text numbered " + i));
            }
        }
    }

    /** Inverts the bytes from {@code start} to {@code end}; returns all bytes of the file. */
    private byte[] flip(int start, int end) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = start; i < end; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        Files.write(file, bytes);
        return bytes;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
