package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Level;
import dev.buildlog.model.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0.0, speculative",
        "1, 0, 0, 0.18126924692201818, speculative",
        "2, 0, 0, 0.3296799539643607, provisional",
        "3, 10, 0, 0.32329058970519103, provisional",
        "5, 0, 0, 0.6321205588285577, stable",
        "5, 5, 2, 0.19684437992190998, speculative",
        "10, 1, 0, 0.8363176355722616, entrenched",
        "20, 90, 0, 0.04887518640230942, speculative",
        "10, 0, 10, 0.005826065033530951, speculative",
        "3, -4, 0, 0.4511883639059736, stable",
        "4, 7.5, 1, 0.26011857891427165, provisional"
    })
    void followsThePublishedScores(int entries, double days, int contradictions, double score, String tier) {
        double actual = new Scorer().scoreOf(entries, days, contradictions);
        assertThat(actual).isEqualTo(score, within(1e-12));
        assertThat(new Scorer().tier(actual)).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"3, 29, HIGH", "3, 30, MEDIUM", "3, -1, HIGH", "2, 0, MEDIUM", "2, 900, MEDIUM", "1, 0, LOW"})
    void levelsComeFromEntriesAndAge(int entries, int days, Level level) {
        Rule rule = Samples.rule("workflow", "Run tests", entries, TODAY.minusDays(days));
        assertThat(new Scorer().confidenceOn(TODAY, rule).level()).isEqualTo(level);
    }

    @Test
    void tiersBeginAtTheirBoundary() {
        Scorer scorer = new Scorer();
        assertThat(List.of(scorer.tier(0.2), scorer.tier(0.4), scorer.tier(0.7)))
                .containsExactly("provisional", "stable", "entrenched");
    }

    @Test
    void theDayIsThatOfUtc() {
        Rule rule = Samples.rule("workflow", "Run tests", 3, LocalDate.of(2026, 1, 1));
        Scorer scorer = new Scorer();
        assertThat(levelAt(scorer, "2026-01-30T23:59:59Z", rule)).isEqualTo(Level.HIGH);
        assertThat(levelAt(scorer, "2026-01-31T00:00:00Z", rule)).isEqualTo(Level.MEDIUM);
    }

    private static Level levelAt(Scorer scorer, String instant, Rule rule) {
        return scorer.score(Samples.candidates(Instant.parse(instant), rule)).rules().get(0).confidence().level();
    }

    @Property(tries = 50)
    void theOrderIsTotalAndBestFirst(@ForAll long seed) {
        List<Rule> sorted = List.of(
                Samples.rule("workflow", "b", 5, TODAY),
                Samples.rule("workflow", "c", 3, TODAY),
                Samples.rule("workflow", "d", 9, TODAY.minusDays(40)),
                Samples.rule("workflow", "e", 2, TODAY),
                Samples.rule("domain_knowledge", "a", 2, TODAY.minusDays(1)),
                Samples.rule("architectural", "z", 1, TODAY),
                Samples.rule("workflow", "y", 1, TODAY),
                Samples.rule("security", "w", 1, TODAY),
                Samples.rule("security", "x", 1, TODAY));
        List<Rule> shuffled = Arrays.asList(sorted.toArray(Rule[]::new));
        Collections.shuffle(shuffled, new Random(seed));
        Candidates scored = new Scorer()
                .score(Samples.candidates(Instant.parse("2026-03-01T12:00:00Z"), shuffled.toArray(Rule[]::new)));
        assertThat(scored.rules()).extracting(c -> c.rule()).isEqualTo(sorted);
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        assertThatThrownBy(() -> new Scorer().setTau(0)).isInstanceOf(BuildlogException.class).hasMessageContaining("tau");
        assertThatThrownBy(() -> new Scorer().setK(Double.NaN)).isInstanceOf(BuildlogException.class);
        assertThatThrownBy(() -> new Scorer().setHighFrequency(0)).isInstanceOf(BuildlogException.class);
    }

    @Test
    void refusesTiersThatDoNotAscendFromZeroToOne() {
        for (String tiers : List.of("0.2,0.4", "0.4,0.2,0.7", "-0.1,0.4,0.7", "0.2,0.4,1.1", "0.2,0.4,NaN", "low,mid,high", "")) {
            assertThatThrownBy(() -> new Scorer().setTiers(tiers)).isInstanceOf(BuildlogException.class).hasMessageContaining("tiers");
        }
        Scorer scorer = new Scorer();
        scorer.setTiers("0, 0.5, 0.5");
        assertThat(List.of(scorer.tier(0), scorer.tier(0.49), scorer.tier(0.5))).containsExactly("provisional", "provisional",
                "entrenched");
    }

    /** More entries strengthen, age and contradictions weaken, and the score never leaves its range. */
    @Property(tries = 500)
    void theScoreMovesWithItsEvidence(@ForAll Random random) {
        Scorer scorer = new Scorer();
        scorer.setTau(0.1 + random.nextInt(1_000));
        scorer.setK(0.1 + random.nextInt(100));
        scorer.setLambda(0.1 + random.nextInt(100));
        int entries = random.nextInt(1_000);
        double days = random.nextInt(2_000) - 100;
        int contradictions = random.nextInt(100);
        double score = scorer.scoreOf(entries, days, contradictions);
        assertThat(score).isBetween(0.0, 1.0);
        assertThat(scorer.scoreOf(entries + 1, days, contradictions)).isGreaterThanOrEqualTo(score);
        assertThat(scorer.scoreOf(entries, days + 1, contradictions)).isLessThanOrEqualTo(score);
        assertThat(scorer.scoreOf(entries, days, contradictions + 1)).isLessThanOrEqualTo(score);
    }

    @Test
    void whatContradictsARuleCountsAgainstIt() {
        Rule rule = Samples.rule("workflow", "Run tests", 4, TODAY);
        Rule contradicted = new Rule(rule.id(), rule.project(), rule.category(), rule.text(), 4, TODAY, TODAY, List.of(), List.of(),
                List.of("wf-other"), 2);
        assertThat(new Scorer().confidenceOn(TODAY, contradicted).score())
                .isEqualTo(new Scorer().confidenceOn(TODAY, rule).score() * Math.exp(-1), within(1e-12));
        assertThat(new Scorer().confidenceOn(TODAY, contradicted).level()).isEqualTo(Level.HIGH);
    }
}
