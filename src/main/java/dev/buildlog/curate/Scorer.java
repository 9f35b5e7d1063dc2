package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Categories;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Confidence in rules on a given day, and their order, best first.
 *
 * <p>Score = (1 - exp(-n / k)) * exp(-d / tau) * exp(-c / lambda) for n entries, d days since the last of them and c
 * contradictions, each of them an entry behind a rule that says the opposite; tiers begin at 0.2 (provisional), 0.4 (stable) and
 * 0.7 (entrenched) unless told otherwise.
 */
public class Scorer {

    /** The order in which rules are shown. */
    public static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate, Level>comparing(
                    c -> c.confidence().level(), Comparator.reverseOrder())
            .thenComparing(c -> c.rule().frequency(), Comparator.reverseOrder())
            .thenComparing(c -> c.rule().latest(), Comparator.reverseOrder())
            .thenComparing(c -> Categories.order(c.rule().category()))
            .thenComparing(c -> c.rule().text())
            .thenComparing(c -> c.rule().id());

    private int highFrequency = 3;
    private int highDays = 30;
    private int mediumFrequency = 2;
    private double tau = 30;
    private double k = 5;
    private double lambda = 2;
    private double[] tiers = {0.2, 0.4, 0.7};

    /** From how many entries on a recent rule is of high confidence; at least 1. */
    public void setHighFrequency(int highFrequency) {
        this.highFrequency = (int) positive("highFrequency", highFrequency);
    }

    /** For how many days after its last entry a rule counts as recent; at least 1. */
    public void setHighDays(int highDays) {
        this.highDays = (int) positive("highDays", highDays);
    }

    /** From how many entries on a rule is of medium confidence; at least 1. */
    public void setMediumFrequency(int mediumFrequency) {
        this.mediumFrequency = (int) positive("mediumFrequency", mediumFrequency);
    }

    /** Days in which the score falls to 1/e (37 %) without a new entry; above 0. */
    public void setTau(double tau) {
        this.tau = positive("tau", tau);
    }

    /** Entries until the score reaches 63 % of its limit; above 0. */
    public void setK(double k) {
        this.k = positive("k", k);
    }

    /** Contradictions until the score falls to 1/e; above 0. */
    public void setLambda(double lambda) {
        this.lambda = positive("lambda", lambda);
    }

    /**
     * Scores at which the tiers provisional, stable and entrenched begin: three ascending numbers from 0 to 1, separated by commas.
     */
    public void setTiers(String tiers) {
        try {
            double[] begin = Stream.of(tiers.split(",", -1)).mapToDouble(part -> Double.parseDouble(part.strip())).toArray();
            if (begin.length == 3 && 0 <= begin[0] && begin[0] <= begin[1] && begin[1] <= begin[2] && begin[2] <= 1) {
                this.tiers = begin;
                return;
            }
        } catch (NumberFormatException e) {
            // told below, as any other wrong value
        }
        throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                "tiers must be three ascending numbers from 0 to 1, such as 0.2,0.4,0.7, and not '" + tiers + "'", null);
    }

    /** The candidates with the confidence in each on the UTC day of {@link Candidates#at()}, best first. */
    public Candidates score(Candidates candidates) {
        LocalDate today = dayOf(candidates.at());
        return new Candidates(
                candidates.request(),
                candidates.at(),
                candidates.rules().stream()
                        .map(c -> c.withConfidence(confidenceOn(today, c.rule())))
                        .sorted(BEST_FIRST)
                        .toList(),
                candidates.stopped());
    }

    /** The confidence in {@code rule} on the UTC day of {@code now}, with the default parameters. */
    public static Confidence confidence(Rule rule, Instant now) {
        return new Scorer().confidenceOn(dayOf(now), rule);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The confidence in {@code rule} on the day {@code today} with the parameters of this scorer. */
    public Confidence confidenceOn(LocalDate today, Rule rule) {
        long days = ChronoUnit.DAYS.between(rule.latest(), today);
        double score = scoreOf(rule.frequency(), days, rule.contradictions());
        return new Confidence(level(rule.frequency(), days), score, tier(score));
    }

    /** @param days since the last entry; a day in the future counts as today */
    double scoreOf(int entries, double days, int contradictions) {
        double reinforced = 1 - Math.exp(-entries / k);
        double recent = Math.min(1, Math.exp(-days / tau));
        return reinforced * recent * Math.exp(-contradictions / lambda);
    }

    /** @param score 0 to 1; a score at which a tier begins is in it */
    String tier(double score) {
        if (score < tiers[0]) {
            return "speculative";
        }
        if (score < tiers[1]) {
            return "provisional";
        }
        return score < tiers[2] ? "stable" : "entrenched";
    }

    private Level level(int entries, long days) {
        if (entries >= highFrequency && days < highDays) {
            return Level.HIGH;
        }
        return entries >= mediumFrequency ? Level.MEDIUM : Level.LOW;
    }

    private static double positive(String property, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new BuildlogException(
                    BuildlogException.Kind.BAD_CONFIGURATION, property + " must be above 0, not " + value, null);
        }
        return value;
    }
}
