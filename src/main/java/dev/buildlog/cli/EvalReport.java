package dev.buildlog.cli;

import dev.buildlog.evaluate.Counts;
import dev.buildlog.evaluate.Report;
import dev.buildlog.evaluate.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation as lines for a person and as fields for a program. */
final class EvalReport {

    private EvalReport() {}

    static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        Report.Extraction extraction = report.extraction();
        if (extraction != null) {
            lines.add("Extraction");
            lines.add("  all insights        " + scores(extraction.all()));
            lines.add("  without journey     " + scores(extraction.withoutJourney()));
            lines.add("  category of hits    " + share(extraction.category()));
            lines.add("  forbidden strings   " + extraction.forbidden());
            lines.add(time(extraction.millis(), "entry"));
        }
        Report.Categories categories = report.categories();
        if (categories != null) {
            lines.add("Categories");
            lines.add("  accuracy            " + share(categories.accuracy()));
            categories.confusion().forEach((expected, decided) -> lines.add("  " + pad(expected, 18) + "  " + decided));
            lines.add(time(categories.millis(), "text"));
        }
        Report.Pairs pairs = report.pairs();
        if (pairs != null) {
            lines.add("Pairs");
            lines.add("  accuracy            " + share(pairs.accuracy()));
            lines.add("  merging             " + scores(pairs.merging()));
            pairs.merged().forEach((kind, merged) -> lines.add("  " + (pairs.falseKinds().contains(kind) ? "falsely " : "rightly ")
                    + pad(kind, 28) + "  " + share(merged)));
            lines.add(time(pairs.millis(), "pair"));
        }
        Report.Clusters clusters = report.clusters();
        if (clusters != null) {
            lines.add("Clusters");
            lines.add("  pairwise            " + scores(clusters.pairwise()));
            lines.add("  near misses merged  " + clusters.nearMisses().part() + " of " + clusters.nearMisses().whole());
            lines.add(time(clusters.millis(), "text"));
        }
        return lines;
    }

    static Map<String, Object> fields(Report report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Report.Extraction extraction = report.extraction();
        if (extraction != null) {
            fields.put("extraction", map("all", fields(extraction.all()), "without_journey",
                    fields(extraction.withoutJourney()), "category_accuracy", extraction.category().ratio(), "forbidden",
                    extraction.forbidden(), "ms_per_entry", extraction.millis()));
        }
        Report.Categories categories = report.categories();
        if (categories != null) {
            fields.put("categories", map("accuracy", categories.accuracy().ratio(), "confusion", categories.confusion(),
                    "ms_per_text", categories.millis()));
        }
        Report.Pairs pairs = report.pairs();
        if (pairs != null) {
            Map<String, Object> kinds = new LinkedHashMap<>();
            pairs.merged().forEach((kind, merged) -> kinds.put(kind, map("same", !pairs.falseKinds().contains(kind), "merged",
                    merged.part(), "pairs", merged.whole())));
            fields.put("pairs", map("accuracy", pairs.accuracy().ratio(), "merging", fields(pairs.merging()), "kinds", kinds,
                    "ms_per_pair", pairs.millis()));
        }
        Report.Clusters clusters = report.clusters();
        if (clusters != null) {
            fields.put("clusters", map("pairwise", fields(clusters.pairwise()), "near_misses_merged",
                    clusters.nearMisses().part(), "near_misses", clusters.nearMisses().whole(), "ms_per_text",
                    clusters.millis()));
        }
        return fields;
    }

    private static Map<String, Object> fields(Counts counts) {
        return map("precision", counts.precision(), "recall", counts.recall(), "f1", counts.f1(), "hits", counts.hits(),
                "spurious", counts.spurious(), "missed", counts.missed());
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String scores(Counts counts) {
        return String.format(Locale.ROOT, "precision %.3f  recall %.3f  F1 %.3f  (%d right, %d wrong, %d missed)",
                counts.precision(), counts.recall(), counts.f1(), counts.hits(), counts.spurious(), counts.missed());
    }

    private static String share(Share share) {
        return String.format(Locale.ROOT, "%.3f  (%d of %d)", share.ratio(), share.part(), share.whole());
    }

    private static String time(double millis, String item) {
        return String.format(Locale.ROOT, "  %.1f ms a%s %s", millis, item.startsWith("e") ? "n" : "", item);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
