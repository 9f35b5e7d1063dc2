package dev.buildlog.curate.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each trait counts for: logistic regression. The weights are learned from texts whose fate is known, by a command beside
 * the tests; the file can be read, and so can the reason of each verdict.
 *
 * @param bias the score of a text without traits
 * @param threshold the score from which a text is kept back
 * @param ofTraits the weight of each trait that has one
 */
public record Weights(double bias, double threshold, Map<String, Double> ofTraits) {

    /** Name of the line with the bias. */
    public static final String BIAS = "bias";

    /** Name of the line with the threshold. */
    public static final String THRESHOLD = "threshold";

    public Weights {
        ofTraits = Map.copyOf(ofTraits);
    }

    /** The weights as they are shipped. */
    static Weights shipped() {
        return parse(Lists.lines("intent.txt"));
    }

    /** Reads lines of a name, a tab and a number. */
    public static Weights parse(List<String> lines) {
        Map<String, Double> numbers = new HashMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            numbers.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
        double bias = numbers.remove(BIAS);
        double threshold = numbers.remove(THRESHOLD);
        return new Weights(bias, threshold, numbers);
    }

    /** How much the text is like the hostile ones: the logarithm of the odds. */
    public double score(Traits traits) {
        double score = bias;
        for (String trait : traits.names()) {
            score += of(trait);
        }
        return score;
    }

    /** What a trait counts for; 0 if it was not learned. */
    double of(String trait) {
        return ofTraits.getOrDefault(trait, 0.0);
    }
}
