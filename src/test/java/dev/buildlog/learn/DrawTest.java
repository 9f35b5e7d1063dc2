package dev.buildlog.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class DrawTest {

    @Test
    void aSeedAndTheCandidatesDecideWhateverTheirOrder() {
        Map<String, Beta> beliefs = beliefs(40, 7);
        Draw draw = new Draw(10, 0.1);
        Selection once = draw.from(beliefs, Set.of(), 4711);
        assertThat(draw.from(new TreeMap<>(beliefs).descendingMap(), Set.of(), 4711)).isEqualTo(once);
        assertThat(draw.from(beliefs, Set.of(), 4712).shown()).isNotEqualTo(once.shown());
    }

    @Test
    void choosesAsManyAsThereArePlacesEachOnce() {
        for (int candidates : new int[] {0, 1, 9, 10, 11, 60}) {
            Selection selection = new Draw(10, 0).from(beliefs(candidates, 3), Set.of(), candidates);
            assertThat(selection.shown()).doesNotHaveDuplicates().hasSize(Math.min(10, candidates));
            assertThat(selection.candidates()).hasSize(candidates);
        }
        assertThat(Draw.usual(30)).isEqualTo(10);
        assertThat(Draw.usual(250)).isEqualTo(25);
    }

    @Test
    void whatIsPinnedIsShownAndNeverWithheld() {
        Map<String, Beta> beliefs = new HashMap<>(beliefs(20, 3));
        beliefs.put("poor", new Beta(1, 500));
        for (int seed = 0; seed < 50; seed++) {
            Selection selection = new Draw(3, 0.5).from(beliefs, Set.of("poor", "unknown"), seed);
            assertThat(selection.shown()).startsWith("poor").hasSizeLessThanOrEqualTo(3);
            assertThat(selection.candidates()).filteredOn(c -> c.rule().equals("poor"))
                    .allSatisfy(c -> assertThat(c.propensity()).isEqualTo(1));
        }
    }

    @Test
    void theCoinWithholdsAsOftenAsItShould() {
        int withheld = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Selection selection = new Draw(10, 0.1).from(beliefs(12, 3), Set.of(), seed);
            withheld += (int) selection.candidates().stream().filter(c -> c.fate() == Fate.WITHHELD).count();
            assertThat(selection.candidates()).filteredOn(c -> c.fate() == Fate.PASSED).hasSize(2);
        }
        assertThat(withheld).isCloseTo(1_000, within(4 * 30));
    }

    @Test
    void propensitiesAreHowOftenARuleIsChosen() {
        compare(beliefs(3, 1), 1, 20_000);
        compare(beliefs(5, 2), 3, 20_000);
        compare(beliefs(40, 3), 10, 20_000);
        compare(beliefs(200, 4), 20, 8_000);
        compare(beliefs(2_000, 5), 200, 1_200);
        compare(Map.of("a", new Beta(900, 100), "b", new Beta(100, 900), "c", Beta.UNIFORM, "d", new Beta(0.5, 0.5)), 2, 20_000);
        compare(Map.of("a", new Beta(2, 1), "b", new Beta(1, 1)), 1, 20_000);
    }

    @Test
    void oneOfTwoIsChosenWithTheProbabilityThatItsRateIsHigher() {
        assertThat(ExactPropensities.of(List.of(new Beta(2, 1), Beta.UNIFORM), 1)[0]).isCloseTo(2.0 / 3, within(0.001));
        assertThat(ExactPropensities.of(List.of(new Beta(8, 4), new Beta(4, 8)), 1)[0]).isCloseTo(0.9569, within(0.001));
    }

    @Test
    void noPropensityIsBelowOneOfAll() {
        Map<String, Beta> beliefs = new HashMap<>(beliefs(99, 3));
        beliefs.put("hopeless", new Beta(1, 10_000));
        Selection selection = new Draw(5, 0.1).from(beliefs, Set.of(), 1);
        assertThat(selection.candidates()).allSatisfy(c -> assertThat(c.propensity()).isBetween(0.01, 1.0));
        assertThat(new Draw(200, 0.1).from(beliefs, Set.of(), 1).candidates()).extracting(Considered::propensity)
                .allSatisfy(p -> assertThat(p).isEqualTo(0.9));
    }

    /** Each within a tenth of the truth (as far as a count of draws can tell: four standard errors), above the floor. */
    private static void compare(Map<String, Beta> beliefs, int k, int draws) {
        List<Beta> all = new ArrayList<>(beliefs.values());
        double[] found = ExactPropensities.of(all, k);
        int[] chosen = new int[all.size()];
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(99);
        var samplers = all.stream().map(b -> BetaDistribution.of(b.alpha(), b.beta())
                .createSampler(random)).toList();
        for (int draw = 0; draw < draws; draw++) {
            double[] rates = samplers.stream().mapToDouble(sampler -> sampler.sample()).toArray();
            double[] sorted = rates.clone();
            Arrays.sort(sorted);
            double threshold = sorted[sorted.length - k];
            for (int i = 0; i < rates.length; i++) {
                chosen[i] += rates[i] >= threshold ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(found).sum()).isCloseTo(k, within(0.01 * k));
        for (int i = 0; i < found.length; i++) {
            double p = (double) chosen[i] / draws;
            double error = 4.5 * Math.sqrt(Math.max(p, found[i]) * (1 - Math.min(p, found[i])) / draws) + 5e-4;
            assertThat(found[i]).as("%s of %d", all.get(i), all.size())
                    .isCloseTo(p, within(error + 0.03 * Math.max(p, 1.0 / all.size())));
        }
    }

    private static Map<String, Beta> beliefs(int n, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        Map<String, Beta> beliefs = new HashMap<>();
        for (int i = 0; i < n; i++) {
            beliefs.put("wf-" + i, new Beta(1 + random.nextInt(0, 15) / 2.0, 1 + random.nextInt(0, 30) / 2.0));
        }
        return beliefs;
    }
}
