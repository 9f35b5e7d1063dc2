package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Fingerprint;
import dev.buildlog.models.MiniLm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparison by vectors: the laws with vectors that cost nothing, examples with the sentence model of the full distribution. */
class EmbeddingSimilarityTest extends SimilarityContract {

    private static final EmbeddingSimilarity MINILM = new EmbeddingSimilarity(MiniLm.NAME, MiniLm.THRESHOLD,
            new Vectors(new MiniLm(Path.of("target/models")), VectorCache.NONE));

    @Override
    Similarity similarity() {
        return new EmbeddingSimilarity("words", MiniLm.THRESHOLD, new Vectors(new WordVectors(), VectorCache.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Put an index on every foreign key|Each foreign key needs an index",
        "Close the stream in a finally block|Streams have to be closed in a finally block, we ran out of handles",
        "Keep PRs small|Keep pull requests small",
        "Run the smoke test after each rollout|After every rollout, run the smoke tests"
    })
    void seesOneRuleInTwoWordings(String a, String b) {
        assertThat(compare(a, b)).isGreaterThanOrEqualTo(MINILM.threshold());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Put an index on every foreign key|Never put an index on a foreign key",
        "Keep the cache warm before a rollout|Keep the cache warm after a rollout",
        "Set the timeout to 5 s|Set the timeout to 50 s",
        "Sort imports with `ruff`|Sort imports with `isort`",
        "Use tabs instead of spaces|Use spaces instead of tabs",
        "Put an index on every foreign key|Review each migration with the database team"
    })
    void keepsApartWhatTheGuardRefuses(String a, String b) {
        assertThat(compare(a, b)).isLessThan(MINILM.threshold());
    }

    @Test
    void severalTextsAtOnceGiveWhatEachGivesAlone() {
        List<String> texts = List.of("Keep PRs small", "Streams have to be closed, we ran out of handles", "", "\u0001 ");
        List<Fingerprint> together = MINILM.fingerprints(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(MINILM.compare(together.get(i), MINILM.fingerprint(texts.get(i)))).isGreaterThan(0.99);
        }
    }

    private double compare(String a, String b) {
        return MINILM.compare(MINILM.fingerprint(a), MINILM.fingerprint(b));
    }
}
