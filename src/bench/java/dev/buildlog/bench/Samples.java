package dev.buildlog.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured values of one thing, in one unit. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return quantile(0.5);
    }

    double max() {
        return Collections.max(values);
    }

    /** The smallest value that this share of the values does not exceed; of an even number, the lower median. */
    double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    int size() {
        return values.size();
    }
}
