package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Categories;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.Rule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Confidence in rules on a given day, and their order, best first.
 *
 * <p>Score = (1 - exp(-n / k)) * exp(-d / tau) * exp(-c / lambda) for n entries, d days since the last of them and c
 * contradictions; tiers begin at 0.2 (provisional), 0.4 (stable) and 0.7 (entrenched).
 */
public class Scorer {

    private static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate, Level>comparing(
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

    /** The candidates with the confidence in each on the UTC day of {@link Candidates#at()}, best first. */
    public Candidates score(Candidates candidates) {
        LocalDate today = LocalDate.ofInstant(candidates.at(), ZoneOffset.UTC);
        return new Candidates(
                candidates.request(),
                candidates.at(),
                candidates.rules().stream()
                        .map(c -> new Candidate(c.rule(), confidenceOn(today, c.rule())))
                        .sorted(BEST_FIRST)
                        .toList(),
                candidates.stopped());
    }

    /** The confidence in {@code rule} on the day {@code today} with the default parameters. */
    public static Confidence confidence(Rule rule, LocalDate today) {
        return new Scorer().confidenceOn(today, rule);
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

    static String tier(double score) {
        if (score < 0.2) {
            return "speculative";
        }
        if (score < 0.4) {
            return "provisional";
        }
        return score < 0.7 ? "stable" : "entrenched";
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
