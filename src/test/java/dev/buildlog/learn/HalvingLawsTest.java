package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Halvings take part in the fold by their place, whenever they arrive. */
class HalvingLawsTest {

    @Property(tries = 300, seed = "1")
    void orderAndNumberOfDeliveriesDoNotMatter(@ForAll("outcomes") List<Outcome> outcomes,
            @ForAll("halvings") List<Halving> halvings, @ForAll Random random) {
        List<Outcome> shuffled = new ArrayList<>(outcomes);
        List<Halving> delivered = new ArrayList<>(halvings);
        halvings.stream().filter(halving -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(shuffled, random);
        Collections.shuffle(delivered, random);
        assertThat(Learned.from(shuffled, delivered)).isEqualTo(Learned.from(outcomes, halvings));
    }

    @Property(tries = 300, seed = "2")
    void onlyTheRuleItNamesCountsHalf(@ForAll("outcomes") List<Outcome> outcomes) {
        Learned before = Learned.from(outcomes);
        Learned after = Learned.from(outcomes, List.of(new Halving("s", "wf-1", Long.MAX_VALUE)));
        assertThat(after.evidence().keySet()).isEqualTo(before.evidence().keySet());
        before.evidence().forEach((arm, was) -> assertThat(after.evidence().get(arm))
                .isEqualTo(arm.rule().equals("wf-1") ? was.halved() : was));
        assertThat(Learned.from(outcomes, List.of(new Halving("s", "wf-1", 0)))).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<Outcome>> outcomes() {
        return Arbitraries.integers().between(1, 12).flatMap(sequence -> Combinators.combine(
                Arbitraries.of("general", "io"), Arbitraries.of(List.of("wf-1"), List.of("wf-1", "wf-10"), List.of("wf-2")),
                Arbitraries.of(0.0, 0.3, 1.0)).as((context, rules, value) -> new Outcome("w" + sequence, sequence,
                        "r" + sequence, context, rules, value, new HalfLife(2)))).list().ofMaxSize(10)
                .uniqueElements(Outcome::sequence);
    }

    @Provide
    Arbitrary<List<Halving>> halvings() {
        return Combinators.combine(Arbitraries.of("s1", "s2", "s3"), Arbitraries.of("wf-1", "wf-10", "wf-2"),
                Arbitraries.longs().between(0, 13)).as(Halving::new).list().ofMaxSize(4);
    }
}
