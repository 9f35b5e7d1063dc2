package dev.buildlog.learn.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.learn.proof.Repeats.Told;
import dev.buildlog.learn.proof.Tally.Session;
import dev.buildlog.learn.proof.Trial.Drawn;
import dev.buildlog.learn.proof.Trial.Work;
import dev.buildlog.learn.proof.Works.Reviewed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorksTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void mistakesBelongToTheWorkThatWasReviewedNext() {
        List<Reviewed> reviews = List.of(review("v1", "s1", "d1", 10), review("v2", "s1", "d2", 20), review("v3", "", "d2", 21),
                review("v4", "s9", "", 22));
        List<Told> mistakes = List.of(told("m1", "s1", "", 15), told("m2", "", "v3", 21), told("m3", "s2", "", 30),
                told("m4", "", "", 31));
        List<Session> sessions = List.of(session("s1", 0, 40), session("s2", 5, 40), session("s3", 30, 40), session("s4", 30, null));
        assertThat(Works.of(reviews, mistakes, sessions, at -> at.isBefore(at(15)) ? "d1" : "d2")).containsExactlyInAnyOrder(
                new Work("s1", "d1", false), new Work("s1", "d2", true), new Work("", "d2", true), new Work("s2", "d1", true),
                new Work("", "d2", true), new Work("s3", "d2", false));
        assertThat(Works.of(reviews, List.of(told("m5", "s1", "", 35)), List.of(), at -> "")).contains(new Work("s1", "d2", true));
    }

    @Test
    void withinADrawASessionCountsOnce() {
        List<Work> works = List.of(new Work("s", "d", true), new Work("s", "d", true), new Work("s", "d", false),
                new Work("", "d", false), new Work("", "d", false), new Work("", "coinless", true));
        List<Trial> trials = Trial.of(List.of(new Drawn("none", 0.1, Set.of("a"), Set.of()), new Drawn("d", 0.1, Set.of("a"),
                Set.of("b")), new Drawn("coinless", 0, Set.of("a"), Set.of())), works);
        assertThat(trials).singleElement().satisfies(trial -> {
            assertThat(trial.sessions()).isEqualTo(3);
            assertThat(trial.mistakes()).isCloseTo(2.0 / 9, within(1e-12));
        });
    }

    @Test
    void thePartsAddUp() {
        List<Told> mistakes = List.of(told("m1", "s1", "", 1), told("m2", "s2", "", 2), told("m3", "unknown", "", 3),
                told("m4", "", "", 4));
        Session first = new Session("s1", "", "", "", at(0), at(9), 3, 4, 200);
        Tally tally = Tally.of(List.of(first, session("s2", 1, null)), mistakes, Repeats.USUAL);
        assertThat(tally.all().mistakes()).isEqualTo(4);
        assertThat(tally.sessions()).extracting(one -> one.session().id()).containsExactly("s1", "s2", "unknown");
        assertThat(tally.sessions().stream().mapToInt(one -> one.rate().mistakes()).sum() + tally.none().mistakes()).isEqualTo(4);
        assertThat(tally.sessions().stream().mapToInt(one -> one.rate().repeated()).sum() + tally.none().repeated())
                .isEqualTo(tally.all().repeated()).isEqualTo(3);
        assertThat(tally.classes().get("x").repeated()).isEqualTo(3);
        assertThat(tally.all().perThousandLines()).isEqualTo(5);
        assertThat(tally.sessions().get(1).session().isStale(at(60 * 23))).isFalse();
        assertThat(tally.sessions().get(1).session().isStale(at(60 * 25))).isTrue();
    }

    private static Instant at(int minute) {
        return BEGIN.plusSeconds(60L * minute);
    }

    private static Reviewed review(String id, String session, String selection, int minute) {
        return new Reviewed(id, session, selection, at(minute));
    }

    private static Told told(String id, String session, String review, int minute) {
        return new Told(id, "x", "Pays twice", session, review, at(minute));
    }

    private static Session session(String id, int from, @Nullable Integer to) {
        return new Session(id, "", "", "", at(from), to == null ? null : at(to), 0, 0, null);
    }
}
