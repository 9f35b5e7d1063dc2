package dev.buildlog.curate;

import dev.buildlog.curate.Classifier.Guess;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Categories;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts insights without a category into one, by the nearest heading above them that names a category. Case, underscores and
 * hyphens, and punctuation or emoji around the heading's words make no difference. Where no heading does, a {@link Classifier}
 * guesses.
 */
public class Categorizer {

    private static final String BETWEEN_HEADINGS = " > ";
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

    private Map<String, String> extra = Map.of();
    private String fallback = Categories.UNCATEGORISED;
    private double confidence = 0.3;
    private List<Example> examples = List.of();
    private @Nullable Vectors vectors;
    private @Nullable Classifier classifier;

    /**
     * More headings: {@code Heading=category_key, Other heading=other_key}. They win over the built-in ones.
     *
     * @throws BuildlogException (bad configuration) if a part is not of that form
     */
    public void setHeadings(String headings) {
        Map<String, String> mapping = new HashMap<>();
        for (String part : headings.isBlank() ? new String[0] : headings.split(",")) {
            int equals = part.lastIndexOf('=');
            String heading = equals < 0 ? "" : normalise(part.substring(0, equals));
            if (heading.isEmpty()) {
                throw bad("'" + part.strip() + "' in headings: write Heading=category_key, separated by commas");
            }
            mapping.put(heading, key("headings", part.substring(equals + 1)));
        }
        extra = mapping;
    }

    /** Category of insights under no known heading. */
    public void setFallback(String fallback) {
        this.fallback = key("fallback", fallback);
    }

    /** Vectors by which insights under no known heading are classified; without them they go to the fallback. */
    public void setVectors(Vectors vectors) {
        this.vectors = vectors;
    }

    /** How sure a guess must be, 0 to 1; above 1 nothing is guessed. */
    public void setConfidence(double confidence) {
        this.confidence = confidence;
    }

    /**
     * Further examples to guess by, one {@code category: sentence} a line; their categories may be a team's own.
     *
     * @throws BuildlogException (bad configuration) if a line is not of that form
     */
    public void setExamples(String examples) {
        this.examples = Example.read(examples.lines().toList(), "examples");
    }

    /**
     * Insights that have a category keep it. What is guessed, and what is not for want of confidence, leaves a remark.
     *
     * @throws BuildlogException if the model that guesses cannot be loaded
     */
    public EntryVersion categorise(EntryVersion entry) {
        List<Insight> insights = new ArrayList<>();
        List<Insight> open = new ArrayList<>();
        for (Insight insight : entry.insights()) {
            Insight decided = isOpen(insight) ? insight.withCategory(categoryOf(insight)) : insight;
            insights.add(decided);
            if (isOpen(decided)) {
                open.add(decided);
            }
        }
        return open.isEmpty() ? entry.withInsights(insights) : guess(entry.withInsights(insights), open);
    }

    private EntryVersion guess(EntryVersion entry, List<Insight> open) {
        if (vectors == null || confidence > 1) {
            return entry.withInsights(entry.insights().stream().map(this::orFallback).toList());
        }
        Iterator<Guess> guesses = classifier(vectors).guess(open.stream().map(Insight::text).toList()).iterator();
        List<Insight> insights = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (Insight insight : entry.insights()) {
            Guess guess = isOpen(insight) ? guesses.next() : null;
            boolean sure = guess != null && guess.confidence() >= confidence;
            insights.add(sure ? insight.withCategory(guess.category()) : orFallback(insight));
            if (guess != null) {
                remarks.add(new Remark(insight.line(), insight.text(), remark(guess, sure)));
            }
        }
        return entry.withInsights(insights).plusRemarks(remarks);
    }

    private static boolean isOpen(Insight insight) {
        return insight.category().isEmpty() || insight.category().equals(Categories.UNCATEGORISED);
    }

    private Insight orFallback(Insight insight) {
        return isOpen(insight) ? insight.withCategory(fallback) : insight;
    }

    private String remark(Guess guess, boolean sure) {
        String share = Math.round(100 * guess.confidence()) + " % sure";
        return sure
                ? "no heading names a category; taken as " + guess.category() + ", " + share
                : "no heading names a category, and the likeliest, " + guess.category() + ", is only " + share
                        + "; put it under a heading";
    }

    private synchronized Classifier classifier(Vectors known) {
        if (classifier == null) {
            classifier = new Classifier(known, examples);
        }
        return classifier;
    }

    private String categoryOf(Insight insight) {
        String[] headings = insight.section().split(BETWEEN_HEADINGS);
        for (int i = headings.length - 1; i >= 0; i--) {
            String heading = normalise(headings[i]);
            String category = extra.get(heading);
            if (category == null && Categories.BUILT_IN.contains(heading.replace(' ', '_'))) {
                category = heading.replace(' ', '_');
            }
            if (category != null) {
                return category;
            }
        }
        return "";
    }

    /** Words of letters and digits in lower case with single spaces: all else is decoration. */
    private static String normalise(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }

    private static String key(String property, String value) {
        String key = value.strip();
        if (!KEY.matcher(key).matches()) {
            throw bad("'" + key + "' in " + property + " is no category key: use lower-case letters, digits and underscores");
        }
        return key;
    }

    private static BuildlogException bad(String message) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, null);
    }
}
