package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Laws of a draw in which rules cost something. */
class BudgetTest {

    @Property(tries = 300)
    void whatIsInCostsNoMoreThanTheBudgetAndIsTheTopOfTheDraw(@ForAll @IntRange(min = 0, max = 60) int candidates,
            @ForAll @IntRange(min = 0, max = 20) int k, @ForAll @IntRange(min = 1, max = 400) int budget, @ForAll long seed) {
        List<Contender> contenders = contenders(candidates, seed, 2);
        Selection drawn = new Draw(k, 0.2, budget).from(contenders, seed);
        List<Contender> turned = new ArrayList<>(contenders);
        Collections.reverse(turned);
        assertThat(new Draw(k, 0.2, budget).from(turned, seed)).isEqualTo(drawn);
        int pinned = contenders.stream().filter(Contender::pinned).mapToInt(Contender::cost).sum();
        assertThat(drawn.shown()).containsAll(contenders.stream().filter(Contender::pinned).map(Contender::rule).toList());
        List<Considered> in = drawn.candidates().stream().filter(c -> c.rank() > 0)
                .sorted(Comparator.comparing(Considered::rank)).toList();
        assertThat(in.stream().mapToInt(Considered::cost).sum()).isLessThanOrEqualTo(Math.max(budget, pinned));
        assertThat(in).extracting(Considered::rank).containsExactlyElementsOf(IntStream.rangeClosed(1, in.size()).boxed().toList());
        assertThat(in.size()).isLessThanOrEqualTo(Math.max(k, (int) contenders.stream().filter(Contender::pinned).count()));
        assertThat(drawn.candidates()).hasSize(candidates).allSatisfy(c ->
                assertThat(c.propensity()).isBetween(1.0 / candidates, 1.0));
        assertThat(drawn.shown()).containsExactlyElementsOf(in.stream()
                .filter(c -> c.fate() != Fate.WITHHELD).map(Considered::rule).toList());
        // a place stays empty only because the next one did not fit
        boolean full = drawn.candidates().stream().anyMatch(c -> c.fate() == Fate.NO_ROOM);
        assertThat(full || in.size() >= Math.min(k, candidates)).isTrue();
    }

    @Test
    void propensitiesAreHowOftenARuleGetsInWhereTokensRunOut() {
        compare(contenders(6, 1, 0), 4, 60, 15_000);
        compare(contenders(40, 2, 0), 10, 150, 15_000);
        compare(contenders(40, 3, 0), 40, 300, 15_000);
        compare(contenders(300, 4, 0), 30, 400, 4_000);
        compare(contenders(2_000, 5, 0), 200, 900, 800);
    }

    @Test
    void propensitiesAreHowOftenARuleGetsInWhereThereAreManyBeliefs() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(9);
        List<Contender> contenders = IntStream.range(0, 3_000).mapToObj(i -> new Contender("wf-" + i,
                new Beta(1 + 8 * random.nextDouble(), 1 + 12 * random.nextDouble()), 0, false)).toList();
        compare(contenders, 10, Places.UNLIMITED, 800);
    }

    @Test
    void aDearRuleStaysOutThoughItBelievesInItself() {
        List<Contender> contenders = List.of(new Contender("dear", new Beta(1_000, 1), 90, false),
                new Contender("cheap", new Beta(1, 1), 5, false));
        Selection drawn = new Draw(2, 0, 80).from(contenders, 1);
        assertThat(drawn.shown()).isEmpty();
        assertThat(drawn.candidates()).allSatisfy(c -> assertThat(c.fate()).isEqualTo(Fate.NO_ROOM));
    }

    /** Each within a tenth of what many draws say, as far as these can tell. */
    private static void compare(List<Contender> contenders, int k, long tokens, int draws) {
        double[] found = Propensities.of(contenders, new Places(k, tokens), 4711);
        int[] in = new int[contenders.size()];
        Draw draw = new Draw(k, 0, tokens == Places.UNLIMITED ? 0 : (int) tokens);
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(99);
        for (int n = 0; n < draws; n++) {
            double[] rates = contenders.stream().mapToDouble(c -> c.belief().sample(random)).toArray();
            List<Integer> order = IntStream.range(0, rates.length).boxed()
                    .sorted(Comparator.comparingDouble(i -> -rates[i])).toList();
            long left = tokens;
            for (int i = 0; i < Math.min(draw.k(), order.size()) && contenders.get(order.get(i)).cost() <= left; i++) {
                left -= contenders.get(order.get(i)).cost();
                in[order.get(i)]++;
            }
        }
        double floor = 1.0 / found.length;
        int far = 0;
        for (int i = 0; i < found.length; i++) {
            double p = Math.max(floor, (double) in[i] / draws);
            double estimate = Math.max(floor, found[i]);
            double likely = Math.max(p, estimate);
            double sampling = Math.sqrt(likely * (1 - Math.min(likely, 1 - floor)) / draws);
            assertThat(estimate).as("%s of %d", contenders.get(i), found.length)
                    .isCloseTo(p, within(5 * sampling + 0.3 * p));
            far += Math.abs(estimate - p) > 2 * sampling + 0.1 * p ? 1 : 0;
        }
        assertThat(far).isLessThanOrEqualTo(found.length / 10 + 1);
    }

    private static List<Contender> contenders(int n, long seed, int pinned) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        List<Contender> contenders = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            contenders.add(new Contender("wf-" + i, new Beta(1 + random.nextInt(0, 15) / 2.0, 1 + random.nextInt(0, 30) / 2.0),
                    5 + random.nextInt(0, 40), i < pinned));
        }
        return contenders;
    }
}
