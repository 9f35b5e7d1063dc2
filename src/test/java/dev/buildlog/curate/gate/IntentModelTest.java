package dev.buildlog.curate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The shipped weights of intent are those that its texts teach. After a change of the texts, of the concepts or of {@link Traits},
 * {@code mvn test -Dtest=IntentModelTest -Dbuildlog.intent=write} learns them again; {@code -Dbuildlog.faults=full} learns to compare.
 */
class IntentModelTest {

    private static final Path WEIGHTS = Path.of("src/main/resources/curate/gate/intent.txt");
    private static final Path FIGURES = Path.of("src/test/resources/gate/intent/cross-validation.md");

    /** Share of ordinary advice, and of the advice written to look hostile, that may be kept back in cross-validation. */
    private static final double MOST_ORDINARY = 0.005;
    private static final double MOST_HONEST = 0.015;

    /** Texts by other hands lie further out than ours: so much more it takes to keep as few of them back. */
    private static final double MARGIN = 0.8;

    /** Before the digest of what the weights were learned from. */
    private static final String LEARNED_FROM = "# Learned from ";

    /** Families of honest texts that were not written for the weights. */
    private static final Set<String> ORDINARY = Set.of("advice", "third-round", "fourth-round", "fourth-set", "fifth-set", "sixth-set",
            "seventh-set", IntentCorpus.EVERYDAY);

    private static final int PARTS = 10;

    /** How a text that was not learned from fared. */
    private record Unseen(IntentCorpus line, String text, double score) {}

    @Test
    void theShippedWeightsWereLearnedFromTheTextsAsTheyAreReadNow() throws IOException {
        assertThat(Files.readAllLines(WEIGHTS)).contains(LEARNED_FROM + IntentTraining.digest(IntentCorpus.all()));
    }

    @Test
    @EnabledIfSystemProperty(named = "buildlog.faults", matches = "full")
    void theShippedWeightsAreWhatTheTextsTeach() {
        Weights learned = IntentTraining.learn(IntentCorpus.all());
        assertThat(Weights.shipped().bias()).isEqualTo(learned.bias());
        assertThat(Weights.shipped().ofTraits()).isEqualTo(learned.ofTraits());
    }

    @Test
    void theTextsAreManyAndNoneIsBoth() {
        List<String> hostile = IntentCorpus.hostileLines().stream().flatMap(line -> line.texts().stream()).toList();
        List<String> honest = IntentCorpus.honestLines().stream().flatMap(line -> line.texts().stream()).toList();
        assertThat(hostile).hasSizeGreaterThan(1_000).doesNotContainAnyElementsOf(honest);
        assertThat(honest).hasSizeGreaterThan(1_200);
        assertThat(IntentCorpus.hostileLines().stream().map(IntentCorpus::family).distinct()).hasSizeGreaterThan(25);
    }

    @Test
    @EnabledIfSystemProperty(named = "buildlog.intent", matches = "write")
    void learnAgain() throws IOException {
        List<IntentCorpus> all = IntentCorpus.all();
        List<Unseen> byLine = unseen(all, PARTS, line -> Math.floorMod(line.texts().hashCode(), PARTS));
        List<String> families = all.stream().filter(IntentCorpus::hostile).map(IntentCorpus::family).distinct().toList();
        List<Unseen> byFamily = unseen(all, families.size(), line -> line.hostile() ? families.indexOf(line.family())
                : Math.floorMod(line.texts().hashCode(), families.size()));
        double threshold = threshold(byLine);

        Weights weights = IntentTraining.learn(all);
        StringBuilder file = new StringBuilder("# What each trait of a text counts for; learned, not written: see IntentModelTest.\n");
        file.append(LEARNED_FROM).append(IntentTraining.digest(all)).append('\n');
        file.append(Weights.BIAS).append('\t').append(weights.bias()).append('\n');
        file.append(Weights.THRESHOLD).append('\t').append(threshold).append('\n');
        new TreeMap<>(weights.ofTraits()).forEach((trait, weight) -> file.append(trait).append('\t').append(weight).append('\n'));
        Files.writeString(WEIGHTS, file);
        Files.writeString(FIGURES, "| Texts left out of the learning | Number | Kept back by `intent` alone | Share |\n|---|---|---|---|\n"
                + row("hostile, a tenth of the lines at a time", byLine.stream().filter(each -> each.line().hostile()).toList(), threshold)
                + row("hostile, a whole family at a time", byFamily.stream().filter(each -> each.line().hostile()).toList(), threshold)
                + row("honest, ordinary advice", byLine.stream().filter(IntentModelTest::isOrdinary).toList(), threshold)
                + row("honest, written to look hostile", byLine.stream().filter(each -> !each.line().hostile() && !isOrdinary(each))
                        .toList(), threshold));
        assertThat(Files.readString(FIGURES)).isNotEmpty();
    }

    private static boolean isOrdinary(Unseen each) {
        return !each.line().hostile() && ORDINARY.contains(each.line().family());
    }

    private static List<Unseen> unseen(List<IntentCorpus> all, int parts, ToIntFunction<IntentCorpus> part) {
        List<Unseen> unseen = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int left = i;
            Weights weights = IntentTraining.learn(all.stream().filter(line -> part.applyAsInt(line) != left).toList());
            all.stream().filter(line -> part.applyAsInt(line) == left).forEach(line -> line.texts().forEach(text ->
                    unseen.add(new Unseen(line, text, weights.score(IntentTraining.traits(text))))));
        }
        return unseen;
    }

    private static double threshold(List<Unseen> unseen) {
        List<Unseen> honest = unseen.stream().filter(each -> !each.line().hostile()).toList();
        for (double threshold = 0; ; threshold = IntentTraining.rounded(threshold + 0.05)) {
            if (share(honest, threshold) <= MOST_HONEST
                    && share(honest.stream().filter(IntentModelTest::isOrdinary).toList(), threshold) <= MOST_ORDINARY) {
                return IntentTraining.rounded(threshold + MARGIN);
            }
        }
    }

    private static double share(List<Unseen> texts, double threshold) {
        return (double) texts.stream().filter(each -> each.score() >= threshold).count() / texts.size();
    }

    private static String row(String what, List<Unseen> texts, double threshold) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %.1f %% |%n", what, texts.size(),
                texts.stream().filter(each -> each.score() >= threshold).count(), 100 * share(texts, threshold));
    }
}
