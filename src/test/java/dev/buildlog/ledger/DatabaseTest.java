package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseTest {

    private static final int FULL = 2;

    @TempDir
    Path home;

    @Test
    void everyConnectionSyncsItsCommitsAndGuardsReferences() {
        try (Database database = Database.open(home)) {
            for (DataSource source : new DataSource[] {database.writes(), database.reads()}) {
                JdbcTemplate db = new JdbcTemplate(source);
                assertThat(db.queryForObject("pragma synchronous", Integer.class)).isEqualTo(FULL);
                assertThat(db.queryForObject("pragma journal_mode", String.class)).isEqualTo("wal");
                assertThat(db.queryForObject("pragma foreign_keys", Integer.class)).isEqualTo(1);
                assertThat(db.queryForObject("pragma busy_timeout", Integer.class)).isEqualTo(20_000);
            }
        }
    }

    /** SQLite counts for each connection anew, so an answer of one opening could seem to hold for another. */
    @Test
    void theStateOfOneOpeningIsNeverThatOfAnother() {
        long before;
        try (Database one = Database.open(home)) {
            before = one.state();
            assertThat(one.state()).isEqualTo(before);
            new JdbcTemplate(one.writes()).update("delete from trust");
            assertThat(one.state()).isNotEqualTo(before);
        }
        try (Database again = Database.open(home)) {
            assertThat(again.state()).isNotEqualTo(before);
        }
    }

    /** As it does when the disk is full: a rollback then must not hide that by failing itself, nor leave the connection unusable. */
    @Test
    void whatSqliteRolledBackByItselfIsOver() throws SQLException {
        try (Database database = Database.open(home)) {
            try (Connection writer = database.writes().getConnection(); Statement statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute("create table half (done integer)");
                statement.execute("rollback");
                writer.rollback();
                writer.setAutoCommit(true);
            }
            JdbcTemplate db = new JdbcTemplate(database.writes());
            assertThat(db.queryForObject("select count(*) from sqlite_master where name = 'half'", Integer.class)).isZero();
            assertThat(db.update("delete from trust")).isZero();
        }
    }

    /** What a transaction decides must not be stale when it writes. */
    @Test
    void aWriteTransactionHasTheLockFromItsFirstQuestionOn() throws SQLException {
        try (Database one = Database.open(home, Duration.ZERO);
                Database other = Database.open(home, Duration.ZERO);
                Connection writer = one.writes().getConnection()) {
            writer.setAutoCommit(false);
            try (Statement question = writer.createStatement()) {
                question.executeQuery("select 1").close();
                assertThatThrownBy(() -> new JdbcTemplate(other.writes()).update("delete from trust"))
                        .hasMessageContaining("SQLITE_BUSY");
            }
            writer.rollback();
        }
    }
}
