package dev.buildlog.bench;

import java.util.Locale;

/** Numbers as the report shows them: three digits that matter. */
final class Figures {

    private Figures() {}

    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9 || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        String format = Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 0.1 ? "%.2f" : "%.3g";
        return String.format(Locale.ROOT, format, value);
    }

    static String ms(double millis) {
        return of(millis) + " ms";
    }

    static String seconds(double millis) {
        return of(millis / 1_000) + " s";
    }

    static String ratio(double value, double to) {
        return String.format(Locale.ROOT, "%.2f", value / to);
    }
}
