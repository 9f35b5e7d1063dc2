package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.learn.proof.Repeats;
import dev.buildlog.learn.proof.Tally;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions and the mistakes in them. */
class SessionsTest {

    @TempDir
    private Path home;

    private TestLedger ledger;
    private Sessions sessions;
    private Mistakes mistakes;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(home);
        ledger.record(TestLedger.entry(TestLedger.MAIN, "2026-01-10-a.md", 1, "Store every instant in UTC"));
        sessions = new Sessions(ledger.ledger);
        mistakes = new Mistakes(ledger.ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void oneForEachAgentInEachWorktree() {
        SessionReceipt first = start("s1", "", "/a", 1);
        assertThat(first).isEqualTo(new SessionReceipt(PROJECT, "s1", "api_design", at(1), null, 1, 1));
        assertThat(start("s1", "", "/a", 5)).isEqualTo(first);
        start("s2", "ann", "/a", 2);
        start("s3", "", "/b", 3);
        assertThatThrownBy(() -> start("s4", "ann", "/a", 4)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("session s2 of ann is under way here since " + at(2));
        assertThat(sessions.open(PROJECT)).extracting(Sessions.Open::id).containsExactly("s1", "s2", "s3");
        assertThat(end("e1", "", "ann", "/a", 9)).isEqualTo(new SessionReceipt(PROJECT, "s2", "api_design", at(2), at(9), 1, 1));
        assertThat(end("e1", "", "ann", "/a", 10).endedAt()).isEqualTo(at(9));
        assertThat(sessions.open(PROJECT)).extracting(Sessions.Open::id).containsExactly("s1", "s3");
        assertThatThrownBy(() -> end("e2", "", "ann", "/a", 11)).hasMessageContaining("no session of ann is under way here");
        assertThatThrownBy(() -> end("e3", "s2", "", "", 11)).hasMessageContaining("s2 ended at " + at(9));
        assertThatThrownBy(() -> end("e4", "s9", "", "", 11)).hasMessageContaining("no session 's9'");
        assertThat(end("e5", "s3", "", "", 11).endedAt()).isEqualTo(at(11));
        start("s4", "ann", "/a", 12);
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void aMistakeFindsItsSessionOrNeedsNone() {
        start("s1", "ann", "/a", 1);
        assertThat(mistake("m1", "high", "", "ann", "/a")).isEqualTo(new MistakeReceipt(PROJECT, "m1", "null_deref", "s1"));
        assertThat(mistake("m1", "high", "", "ann", "/a").session()).isEqualTo("s1");
        assertThat(mistake("m2", "", "", "bob", "/a").session()).isEmpty();
        assertThat(mistake("m3", "low", "ci-42", "", "").session()).isEqualTo("ci-42");
        assertThat(ledger.rows("select corrected_by, concepts, relation, related_to from mistake_detail where mistake_id = 'm1'"))
                .singleElement().satisfies(row -> assertThat(row).containsEntry("corrected_by", "wf-1")
                        .containsEntry("concepts", "maps\noptional").containsEntry("relation", "same_pattern"));
        Tally tally = new Experiments(ledger.ledger).tally(PROJECT, Repeats.USUAL);
        assertThat(tally.all().mistakes()).isEqualTo(3);
        assertThat(tally.repeats()).containsOnlyKeys("m2", "m3");
        assertThat(tally.sessions()).extracting(one -> one.session().id()).containsExactly("s1", "ci-42");
    }

    @Test
    void whatCannotBeMeantIsRefusedAndLeavesNothing() {
        assertThatThrownBy(() -> mistake("m1", "severe", "", "", "")).isInstanceOf(RefusedException.class)
                .hasMessageContaining("no severity 'severe'");
        assertThatThrownBy(() -> mistake("m1", "minor", "", "", "")).hasMessageContaining("no severity 'minor'");
        assertThatThrownBy(() -> mistakes.record(of("m1", PROJECT, "", "x", "low", "", ""))).hasMessageContaining("class");
        assertThatThrownBy(() -> mistakes.record(of("m1", PROJECT, "x", " ", "low", "", ""))).hasMessageContaining("description");
        assertThatThrownBy(() -> mistakes.record(of("m1", PROJECT, "x", "y", "low", "friend", "m0")))
                .hasMessageContaining("no relation 'friend'");
        assertThatThrownBy(() -> mistakes.record(of("m1", PROJECT, "x", "y", "low", "part_of", "")))
                .hasMessageContaining("an id and a type");
        assertThatThrownBy(() -> mistakes.record(of("m1", "nowhere", "x", "y", "low", "", ""))).hasMessageContaining("nowhere");
        assertThat(ledger.count("mistake") + ledger.count("mistake_detail")).isZero();
        mistake("m1", "low", "", "", "");
        ledger.register("other");
        assertThatThrownBy(() -> mistakes.record(of("m1", "other", "x", "y", "low", "", ""))).hasMessageContaining("another project");
    }

    private SessionReceipt start(String id, String agent, String worktree, int second) {
        return sessions.record(event(id, SessionEvent.START, "", agent, worktree, null, second));
    }

    private SessionReceipt end(String id, String session, String agent, String worktree, int second) {
        return sessions.record(event(id, SessionEvent.END, session, agent, worktree, 12, second));
    }

    private static SessionEvent event(String id, String kind, String session, String agent, String worktree,
            @Nullable Integer lines, int second) {
        return new SessionEvent(id, PROJECT, kind, session, agent, worktree, "API design", "c0ffee", lines, "", "", at(second));
    }

    private MistakeReceipt mistake(String id, String severity, String session, String agent, String worktree) {
        return mistakes.record(new Mistake(id, PROJECT, "Null deref", severity, "Unchecked map lookup", session, agent, worktree,
                "wf-1", List.of("maps", "optional"), "same_pattern", "m0", "", "", at(7)));
    }

    private static Mistake of(String id, String project, String kind, String text, String severity, String relation, String to) {
        return new Mistake(id, project, kind, severity, text, "", "", "", "", List.of(), relation, to, "", "", at(7));
    }
}
