package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.ledger.Checkup.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {

    @TempDir
    Path folder;

    private Path home;
    private TestLedger ledger;

    @BeforeEach
    void open() throws IOException {
        home = folder.resolve("home");
        ledger = TestLedger.open(home);
        FullLedger.fill(ledger);
        new Checkup(ledger.ledger, home, true).run();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aSoundHomeHasNoTroubles() throws IOException {
        assertThat(new Checkup(ledger.ledger, home, false).run()).isEmpty();
        assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatIsWrongIsSaidAndMendedWhereThatIsSafe() throws IOException {
        Files.setPosixFilePermissions(home.resolve("buildlog.db"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(home.resolve(".x.db.part"), "half");
        Files.createDirectories(home.resolve("drops"));
        Files.writeString(home.resolve("drops/one.json"), "{}");
        ledger.ledger.write(db -> db.update("insert into idempotency (project_id, key, request_hash, response, created_at) values"
                + " ('ffffffffffff', 'k', 'h', '', '')"));
        new DeadLetters(ledger.ledger, TestLedger.CLOCK).add("entry", TestLedger.PROJECT, "a.md", "{}", "it broke", "learn");
        assertThat(new Checkup(ledger.ledger, home, false).run()).extracting(Trouble::check)
                .containsExactly("orphans", "dead letters", "drops", "modes", "leftovers");
        assertThat(new Checkup(ledger.ledger, home, true).run()).filteredOn(Trouble::mended).extracting(Trouble::check)
                .containsExactly("orphans", "modes", "leftovers");
        assertThat(new Checkup(ledger.ledger, home, false).run()).extracting(Trouble::check)
                .containsExactly("dead letters", "drops");
    }

    @Test
    void whatIsOldAndDoneGoesAndFactsStay() {
        long facts = ledger.count("insight");
        new DeadLetters(ledger.ledger, TestLedger.CLOCK).add("entry", TestLedger.PROJECT, "a.md", "{}", "it broke", "learn");
        Instant now = TestLedger.CLOCK.instant();
        Retention retention = new Retention(ledger.ledger);
        assertThat(retention.removeBefore(now)).containsEntry("dead letters", 0);
        assertThat(retention.removeBefore(now.plusSeconds(1))).containsEntry("dead letters", 1);
        assertThat(ledger.count("insight")).isEqualTo(facts);
        assertThat(ledger.rebuild()).isEmpty();
    }
}
