package dev.buildlog.curate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts texts into categories by labelled examples: every example votes for its category, the more alike, the more.
 *
 * <p>Kernel regression (Nadaraya 1964, Watson 1964): the share of a category is the sum of exp(t * cos) over its examples,
 * divided by the sum over all. The cosine is taken of the vector of meaning together with the traits of {@link Style}.
 */
public final class Classifier {

    /** t: how much more a near example counts than a far one. Tuned on labelled sets, like the weight of style. */
    private static final double SHARPNESS = 14;

    private static final double STYLE = 0.3;

    private final Vectors vectors;
    private final List<Example> examples;
    private double @Nullable [][] points;
    private double @Nullable [] usualStyle;

    /**
     * @param more examples beyond those that come with buildlog, possibly of further categories
     */
    public Classifier(Vectors vectors, List<Example> more) {
        this.vectors = vectors;
        this.examples = new ArrayList<>(Example.shipped());
        this.examples.addAll(more);
    }

    /**
     * A category and how sure it is.
     *
     * @param confidence the category's share of the votes, 0 to 1
     */
    public record Guess(String category, double confidence) {}

    /**
     * The likeliest category of each text, in their order.
     *
     * @throws dev.buildlog.model.BuildlogException if the model cannot be loaded or reached
     */
    public List<Guess> guess(List<String> texts) {
        double[][] known = points();
        List<byte[]> meanings = vectors.of(texts);
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            guesses.add(guess(point(meanings.get(i), texts.get(i)), known));
        }
        return guesses;
    }

    private Guess guess(double[] point, double[][] known) {
        Map<String, Double> votes = new TreeMap<>();
        for (int i = 0; i < known.length; i++) {
            votes.merge(examples.get(i).category(), Math.exp(SHARPNESS * product(point, known[i])), Double::sum);
        }
        double all = votes.values().stream().mapToDouble(Double::doubleValue).sum();
        Map.Entry<String, Double> best = votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return new Guess(best.getKey(), best.getValue() / all);
    }

    private synchronized double[][] points() {
        if (points == null) {
            usualStyle = usualStyle();
            List<byte[]> meanings = vectors.of(examples.stream().map(Example::text).toList());
            double[][] made = new double[examples.size()][];
            for (int i = 0; i < made.length; i++) {
                made[i] = point(meanings.get(i), examples.get(i).text());
            }
            points = made;
        }
        return points;
    }

    /** How common each trait is among the examples: what all have tells nothing. */
    private double[] usualStyle() {
        double[] sum = new double[Style.of("").length];
        for (Example example : examples) {
            double[] style = Style.of(example.text());
            for (int i = 0; i < sum.length; i++) {
                sum[i] += style[i] / examples.size();
            }
        }
        return sum;
    }

    /** Meaning and style in one vector of length 1. */
    private double[] point(byte[] meaning, String text) {
        double[] style = Style.of(text);
        double[] point = new double[meaning.length + style.length];
        double length = 0;
        for (byte x : meaning) {
            length += x * x;
        }
        for (int i = 0; i < meaning.length; i++) {
            point[i] = meaning[i] / Math.sqrt(Math.max(1, length));
        }
        for (int i = 0; i < style.length; i++) {
            point[meaning.length + i] = STYLE * (style[i] - usualStyle[i]);
        }
        double norm = Math.sqrt(product(point, point));
        for (int i = 0; i < point.length; i++) {
            point[i] /= Math.max(norm, Double.MIN_NORMAL);
        }
        return point;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
