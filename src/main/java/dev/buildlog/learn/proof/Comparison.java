package dev.buildlog.learn.proof;

import dev.buildlog.learn.statistics.Interval;

/**
 * How often there were mistakes with a rule and without it.
 *
 * @param rule id of the rule; empty for all of them together
 * @param shown number of draws with work under them that showed it
 * @param shownRate mean rate of mistakes under these, 0 to 1; NaN for none
 * @param withheld number of draws with work under them from which the coin withheld it
 * @param withheldRate mean rate of mistakes under these, 0 to 1; NaN for none
 * @param difference estimate of the rate when shown less the rate when withheld, -1 to 1; NaN for none
 * @param interval of the difference; holds at every moment at once
 */
public record Comparison(String rule, int shown, double shownRate, int withheld, double withheldRate, double difference,
        Interval interval) {

    /** What can be said. */
    public enum Verdict {
        UNKNOWN("not enough data"),
        HELPS("fewer mistakes when shown"),
        HARMS("more mistakes when shown");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As a person is told. */
        public String words() {
            return words;
        }
    }

    /** What the interval says: nothing unless it excludes zero. */
    public Verdict verdict() {
        return interval.high() < 0 ? Verdict.HELPS : interval.low() > 0 ? Verdict.HARMS : Verdict.UNKNOWN;
    }
}
