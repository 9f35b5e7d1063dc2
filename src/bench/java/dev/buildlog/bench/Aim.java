package dev.buildlog.bench;

/**
 * A figure that is to stay below another.
 *
 * @param what the figure, for a person
 * @param most the aim, in {@code unit}
 * @param unit {@code ms}, {@code s}, {@code %}, {@code MiB} or {@code x}
 * @param measured the figure, in {@code unit}
 * @param inclusive whether {@code most} itself is still good
 */
record Aim(String what, double most, String unit, double measured, boolean inclusive) {

    static Aim atMost(String what, double most, String unit, double measured) {
        return new Aim(what, most, unit, measured, true);
    }

    static Aim below(String what, double most, String unit, double measured) {
        return new Aim(what, most, unit, measured, false);
    }

    boolean isMet() {
        return inclusive ? measured <= most : measured < most;
    }

    String limit() {
        return (inclusive ? "at most " : "below ") + figure(most);
    }

    String result() {
        return figure(measured);
    }

    private String figure(double value) {
        return Figures.of(value) + " " + unit;
    }
}
