package dev.buildlog.curate.gate;

import dev.buildlog.model.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Learns the weights of intent: logistic regression with a penalty on large weights, by AdaGrad, in an order that never changes. */
final class IntentTraining {

    private static final int EPOCHS = 30;
    private static final double RATE = 0.05;
    private static final double PENALTY = 6e-4;
    private static final double SMALLEST = 0.02;

    /** Lines in which a trait must stand to be learned: what stands in one alone tells of that one. */
    private static final int FEWEST = 2;

    private static final Map<String, Traits> READ = new HashMap<>();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> texts = new ArrayList<>();
    private final List<Double> fates = new ArrayList<>();

    private IntentTraining(Collection<IntentCorpus> lines) {
        Map<String, Integer> counts = new HashMap<>();
        List<List<String>> traits = new ArrayList<>();
        for (IntentCorpus line : lines) {
            Set<String> ofLine = new HashSet<>();
            for (String text : line.texts()) {
                List<String> found = traits(text).names().stream().sorted().toList();
                traits.add(found);
                fates.add(line.hostile() ? 1.0 : 0.0);
                ofLine.addAll(found);
            }
            ofLine.forEach(trait -> counts.merge(trait, 1, Integer::sum));
        }
        for (List<String> found : traits) {
            texts.add(found.stream().filter(trait -> counts.get(trait) >= FEWEST)
                    .mapToInt(trait -> numbers.computeIfAbsent(trait, any -> numbers.size() + 1)).toArray());
        }
    }

    /** The traits of a text, read once. */
    static Traits traits(String text) {
        return READ.computeIfAbsent(text, Intent::traits);
    }

    /** The weights that {@code lines} teach; their threshold is 0. */
    static Weights learn(Collection<IntentCorpus> lines) {
        return new IntentTraining(lines).weights();
    }

    /** Digest of the texts with their fates and traits: equal ones teach equal weights. */
    static String digest(Collection<IntentCorpus> lines) {
        StringBuilder read = new StringBuilder();
        for (IntentCorpus line : lines) {
            line.texts().forEach(text -> read.append(line.hostile()).append(new TreeSet<>(traits(text).names())).append('\n'));
        }
        return Sha256.of(read.toString());
    }

    private Weights weights() {
        double[] weights = new double[numbers.size() + 1];
        double[] slopes = new double[weights.length];
        Arrays.fill(slopes, 1e-2);
        Random order = new Random(1);
        for (int step = 0; step < EPOCHS * texts.size(); step++) {
            int at = order.nextInt(texts.size());
            int[] traits = texts.get(at);
            double score = weights[0];
            for (int trait : traits) {
                score += weights[trait];
            }
            double error = 1 / (1 + StrictMath.exp(-score)) - fates.get(at);
            change(weights, slopes, 0, error);
            for (int trait : traits) {
                change(weights, slopes, trait, error + PENALTY * weights[trait]);
            }
        }
        Map<String, Double> named = new TreeMap<>();
        numbers.forEach((trait, number) -> {
            if (Math.abs(weights[number]) >= SMALLEST) {
                named.put(trait, rounded(weights[number]));
            }
        });
        return new Weights(rounded(weights[0]), 0, named);
    }

    private static void change(double[] weights, double[] slopes, int at, double slope) {
        slopes[at] += slope * slope;
        weights[at] -= RATE * slope / Math.sqrt(slopes[at]);
    }

    static double rounded(double weight) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", weight));
    }
}
