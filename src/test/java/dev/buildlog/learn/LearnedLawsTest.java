package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is learned follows from the set of outcomes alone. */
class LearnedLawsTest {

    @Property(tries = 300, seed = "1")
    void orderAndNumberOfDeliveriesDoNotMatter(@ForAll("histories") List<Outcome> outcomes, @ForAll Random random) {
        List<Outcome> delivered = new ArrayList<>(outcomes);
        outcomes.stream().filter(outcome -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        assertThat(Learned.from(delivered)).isEqualTo(Learned.from(outcomes));
    }

    @Property(tries = 300, seed = "2")
    void aReviewAndARuleMeetOnce(@ForAll("histories") List<Outcome> outcomes) {
        Learned learned = Learned.from(outcomes);
        long reviews = outcomes.stream().map(Outcome::review).filter(review -> !review.isEmpty()).distinct().count();
        assertThat(learned.reviews()).isEqualTo((int) reviews);
        learned.evidence().forEach((arm, evidence) -> {
            long rewarding = outcomes.stream().filter(outcome -> outcome.rules().contains(arm.rule())).map(Outcome::review)
                    .distinct().count();
            assertThat(evidence.observations()).isBetween(1, (int) rewarding);
            assertThat(evidence.successes() + evidence.failures()).isLessThanOrEqualTo(evidence.observations() + 1e-9);
        });
    }

    @Property(tries = 300, seed = "3")
    void whatIsSupersededCountsNoMore(@ForAll("histories") List<Outcome> outcomes) {
        List<Outcome> standing = outcomes.stream().filter(outcome -> outcomes.stream().noneMatch(other ->
                other.review().equals(outcome.review()) && Outcome.ORDER.compare(other, outcome) > 0)).toList();
        assertThat(Learned.from(standing)).isEqualTo(Learned.from(outcomes));
    }

    @Property(tries = 300, seed = "4")
    void whatOtherContextsKnowHasBoundedWeight(@ForAll("histories") List<Outcome> outcomes) {
        Learned learned = Learned.from(outcomes);
        for (Arm arm : learned.evidence().keySet()) {
            Arm fresh = new Arm(arm.rule(), "never_seen");
            Beta posterior = learned.posterior(fresh, Beta.UNIFORM);
            assertThat(posterior.alpha() + posterior.beta()).isBetween(2.0, 2 + Pooling.MOST + 1e-9);
            assertThat(learned.now(fresh).observations()).isZero();
        }
    }

    @Property(tries = 300, seed = "5")
    void allBeliefsOfAContextAreThoseOfItsArms(@ForAll("histories") List<Outcome> outcomes, @ForAll("contexts") String context) {
        Learned learned = Learned.from(outcomes);
        Priors priors = rule -> new Beta(1 + rule.length(), 1);
        assertThat(learned.posteriors(context, priors).keySet())
                .isEqualTo(learned.evidence().keySet().stream().map(Arm::rule).collect(Collectors.toSet()));
        learned.posteriors(context, priors).forEach((rule, belief) ->
                assertThat(belief).isEqualTo(learned.posterior(new Arm(rule, context), priors.of(rule))));
    }

    @Provide
    Arbitrary<String> contexts() {
        return Arbitraries.of(ContextKey.GENERAL, "a", "b", "never_seen");
    }

    /** An id determines its fact. */
    @Provide
    Arbitrary<List<Outcome>> histories() {
        Arbitrary<List<String>> rules = Arbitraries.of("wf-1", "wf-2", "wf-3").list().ofMaxSize(3);
        return Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of("", "r1", "r2", "r3", "r4", "r5"),
                        Arbitraries.of("general", "api", "sql"), rules, Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(0.0, 3.0, 40.0))
                .as((sequence, review, context, rewarded, value, halfLife) -> new Outcome("id" + sequence + review, sequence,
                        review, context, review.isEmpty() ? List.of() : rewarded, value, new HalfLife(halfLife)))
                .list().uniqueElements(Outcome::id).ofMaxSize(25);
    }
}
