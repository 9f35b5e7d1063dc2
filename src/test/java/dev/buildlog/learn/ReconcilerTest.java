package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

    @Test
    void theStrongerGoesOnAndTheOtherSaysWhyItWaits() {
        Candidates result = reconcile(List.of(candidate("weak", 0.2, "strong"), candidate("strong", 0.6, "weak"),
                candidate("other", 0.1)));
        assertThat(result.rules()).extracting(one -> one.rule().id()).containsExactly("strong", "other");
        assertThat(result.stopped()).singleElement().satisfies(stopped -> assertThat(stopped.reason())
                .isEqualTo("says the opposite of strong (0.20 against 0.60): text of strong"));
    }

    @Test
    void whatWaitsKeepsNothingElseBack() {
        assertThat(reconcile(List.of(candidate("a", 0.9, "b"), candidate("b", 0.5, "a", "c"), candidate("c", 0.1, "b"))).rules())
                .extracting(one -> one.rule().id()).containsExactly("a", "c");
    }

    @Test
    void whatIsNotInTheRunningContradictsNobody() {
        assertThat(reconcile(List.of(candidate("a", 0.1, "stopped by the gate"))).rules()).hasSize(1);
    }

    @Property(tries = 200)
    void neverBothWhateverTheOrderAndNothingWaitsInVain(@ForAll Random random) {
        List<Set<String>> against = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            against.add(new HashSet<>());
        }
        for (int pair = 0; pair < 7; pair++) {
            int a = random.nextInt(8);
            int b = random.nextInt(8);
            if (a != b) {
                against.get(a).add("r" + b);
                against.get(b).add("r" + a);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            candidates.add(candidate("r" + i, random.nextInt(3) / 4.0, against.get(i).toArray(String[]::new)));
        }
        Set<Candidate> going = Set.copyOf(reconcile(candidates).rules());
        for (Candidate candidate : candidates) {
            boolean opposed = going.stream().anyMatch(other -> other.rule().contradicts().contains(candidate.rule().id()));
            assertThat(going.contains(candidate)).isNotEqualTo(opposed);
        }
        Collections.shuffle(candidates, random);
        assertThat(Set.copyOf(reconcile(candidates).rules())).isEqualTo(going);
    }

    private static Candidates reconcile(List<Candidate> candidates) {
        return new Reconciler().reconcile(new Candidates(new PublishRequest("p", ""), Instant.EPOCH, candidates, List.of()));
    }

    private static Candidate candidate(String id, double score, String... contradicts) {
        Rule rule = new Rule(id, "p", "workflow", "text of " + id, 1, LocalDate.EPOCH, LocalDate.EPOCH, List.of(), List.of(),
                List.of(contradicts), contradicts.length);
        return new Candidate(rule, new Confidence(Level.LOW, score, "stable"));
    }
}
