package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.curate.Classifier.Guess;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Categories;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.models.MiniLm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

    private static final Vectors MINILM =
            new Vectors(new MiniLm(Path.of("target/models")), new ShippedVectors(VectorCache.NONE));

    private final Categorizer categorizer = new Categorizer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The invoice module may only read from the order module|architectural",
        "Look through the whole change once more before asking for a review|workflow",
        "`git log --follow file` shows a file's history across renames|tool_usage",
        "Postgres keeps dead rows until the next vacuum|domain_knowledge"
    })
    void tellsTheBuiltInCategoriesApart(String text, String category) {
        assertThat(new Classifier(MINILM, List.of()).guess(List.of(text))).extracting(Guess::category).containsExactly(category);
    }

    @Test
    void learnsATeamsOwnCategory() {
        categorizer.setVectors(MINILM);
        categorizer.setExamples("""
                # what belongs to safety
                safety: Sign off each change of the brake controller with the safety officer
                safety: The emergency stop has to work without any software
                safety: Hazards are rated again whenever the brake controller changes
                """);
        assertThat(categoryOf("Whenever the brake controller changes, the safety officer signs it off")).isEqualTo("safety");
    }

    @Test
    void leavesWhatItIsNotSureOfForReview() {
        categorizer.setVectors(MINILM);
        categorizer.setConfidence(0.999);
        EntryVersion entry = categorised("Prefer the boring solution");
        assertThat(entry.insights()).extracting(Insight::category).containsExactly(Categories.UNCATEGORISED);
        assertThat(entry.remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("no heading names a category").contains("put it under a heading"));
    }

    @Test
    void guessesNothingWhereAHeadingDecidesOrNothingIsToBeGuessed() {
        categorizer.setVectors(new Vectors(new Untouched(), VectorCache.NONE));
        categorizer.setConfidence(2);
        assertThat(categoryOf("Prefer the boring solution")).isEqualTo(Categories.UNCATEGORISED);
        categorizer.setConfidence(0);
        Insight underHeading = Samples.insight("Prefer the boring solution", "", "Improvements > Workflow");
        assertThat(categorizer.categorise(Samples.entry(underHeading)).insights()).extracting(Insight::category)
                .containsExactly(Categories.WORKFLOW);
    }

    @Test
    void withoutAModelWordsDecide() {
        Classifier classifier = new Classifier(new Vectors(new WordVectors(), VectorCache.NONE), List.of());
        assertThat(classifier.guess(List.of("Write the failing test before the fix, always"))).extracting(Guess::category)
                .containsExactly(Categories.WORKFLOW);
    }

    @Test
    void namesTheLineOfABrokenExample() {
        assertThatThrownBy(() -> categorizer.setExamples("safety: Brakes first\n\nno category here"))
                .isInstanceOf(BuildlogException.class)
                .hasMessageContaining("examples:3");
    }

    private String categoryOf(String text) {
        return categorised(text).insights().get(0).category();
    }

    private EntryVersion categorised(String text) {
        return categorizer.categorise(Samples.entry(Samples.insight(text, "", "Notes")));
    }

    private record Untouched() implements Embedder {
        @Override
        public String name() {
            return "untouched";
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            throw new AssertionError("asked for " + texts);
        }
    }
}
