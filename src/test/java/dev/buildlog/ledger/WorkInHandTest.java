package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.CLOCK;
import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.SIDE;
import static dev.buildlog.ledger.TestLedger.at;
import static dev.buildlog.ledger.TestLedger.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.journal.Known;
import dev.buildlog.journal.Stamp;
import dev.buildlog.model.DeadLetter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters, trust, idempotency keys and stamps: what the ledger keeps beside the facts. */
class WorkInHandTest {

    private static final String A = "2026-01-10-a.md";

    @TempDir
    Path home;

    private TestLedger live;

    @BeforeEach
    void open() {
        live = TestLedger.open(home);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void aMessageThatFailsAgainIsOneDeadLetterWithOneMoreAttempt() {
        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(1));
        new DeadLetters(live.ledger, CLOCK).add("entry", PROJECT, A, "{\"v\":1}", "no such model", "learn/compare");
        DeadLetters letters = new DeadLetters(live.ledger, later);
        letters.add("entry", PROJECT, A, "{\"v\":2}", "disk full", "learn/record");
        letters.add("publish", PROJECT, A, "{}", "no such target", "publish/render");
        assertThat(letters.all()).hasSize(2).first()
                .isEqualTo(new DeadLetter(letters.all().get(0).id(), "entry", PROJECT, A, "{\"v\":2}", "disk full",
                        "learn/record", later.instant(), 2));
    }

    @Test
    void aDeadLetterGoesWhenRemovedOrSettled() {
        DeadLetters letters = new DeadLetters(live.ledger, CLOCK);
        letters.add("entry", PROJECT, A, "{}", "cause", "learn");
        letters.add("entry", PROJECT, "other", "{}", "cause", "learn");
        letters.settle("entry", PROJECT, A);
        letters.settle("entry", PROJECT, "never failed");
        assertThat(letters.all()).extracting(DeadLetter::subject).containsExactly("other");
        long id = letters.all().get(0).id();
        letters.remove(id);
        assertThat(letters.find(id)).isEmpty();
    }

    @Test
    void trustIsForOneContent() {
        Trust trust = new Trust(live.ledger, CLOCK);
        trust.grant("/repo", "hash 1");
        assertThat(trust.covers("/repo", "hash 1")).isTrue();
        assertThat(trust.covers("/repo", "hash 2")).isFalse();
        assertThat(trust.covers("/clone", "hash 1")).isFalse();
        trust.grant("/repo", "hash 2");
        assertThat(trust.all()).containsExactly(Map.entry("/repo", "hash 2"));
        assertThat(trust.revoke("/repo")).isTrue();
        assertThat(trust.revoke("/repo")).isFalse();
        assertThat(trust.all()).isEmpty();
    }

    @Test
    void theFirstAnswerUnderAKeyStays() {
        IdempotencyKeys keys = new IdempotencyKeys(live.ledger, CLOCK);
        keys.remember(PROJECT, "key", new IdempotencyKeys.Answer("request 1", "answer 1"));
        keys.remember(PROJECT, "key", new IdempotencyKeys.Answer("request 2", "answer 2"));
        assertThat(keys.find(PROJECT, "key")).contains(new IdempotencyKeys.Answer("request 1", "answer 1"));
        assertThat(keys.find("another project", "key")).isEmpty();
    }

    @Test
    void aHolderIsKnownByWhatItHas() {
        KnownEntries known = new KnownEntries(live.ledger);
        live.record(entry(MAIN, A, 1, "Text"));
        live.record(entry(SIDE, "2026-01-11-side.md", 1, "Text"));
        Known unseen = known.of(PROJECT, MAIN, A).get(A);
        assertThat(unseen.stamp()).isEqualTo(new Stamp(-1, -1));
        known.remember(PROJECT, MAIN, Map.of(A, new Stamp(10, 20), "2026-01-12-nobody.md", new Stamp(1, 1)), at(5));
        known.remember(PROJECT, MAIN, Map.of(A, new Stamp(11, 21)), at(6));
        assertThat(known.of(PROJECT, MAIN)).containsExactly(
                Map.entry(A, new Known(unseen.contentHash(), new Stamp(11, 21), at(6), "recipe")));
        live.record(TestLedger.removed(MAIN, A, 7));
        assertThat(known.of(PROJECT, MAIN)).isEmpty();
    }
}
