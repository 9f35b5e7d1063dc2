package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.model.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ledger relies on in every {@link Similarity}. A backend's test extends this class. */
abstract class SimilarityContract {

    private static final List<String> WORDS = List.of(
            "use", "test", "cache", "redis", "query", "index", "deploy", "branch", "retry", "timeout", "schema", "queue",
            "worker", "token", "before", "not", "after", "7", "1.21", "the", "parser", "router", "ledger", "gateway", "event",
            "payment", "adapter", "session", "store", "replica", "Größe", "проверяй", "入力検証", "socket", "buffer", "thread",
            "pool", "flag", "lock", "shard", "codec", "mutex", "vector", "digest", "cursor", "bucket", "tenant", "quota");

    /** A new instance of the backend. */
    abstract Similarity similarity();

    /** Two texts of up to 45 words, the second made from the first by leaving out and adding up to five words. */
    @Provide
    Arbitrary<List<String>> relatedTexts() {
        Arbitrary<List<String>> text = Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(45);
        Arbitrary<List<String>> more = Arbitraries.of(WORDS).list().ofMaxSize(5);
        return Combinators.combine(text, more, Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 40))
                .as((first, added, dropped, from) -> {
                    List<String> second = new ArrayList<>(first);
                    for (int i = 0; i < dropped && second.size() > 1; i++) {
                        second.remove(from % second.size());
                    }
                    second.addAll(added);
                    return List.of(String.join(" ", first), String.join(" ", second));
                });
    }

    @Property(tries = 200)
    void similarTextsShareABlock(@ForAll("relatedTexts") List<String> texts) {
        Fingerprint a = similarity().fingerprint(texts.get(0));
        Fingerprint b = similarity().fingerprint(texts.get(1));
        if (similarity().compare(a, b) >= similarity().threshold()) {
            assertThat(a.blocks()).containsAnyElementsOf(b.blocks());
        }
    }

    @Property(tries = 200)
    void comparisonIsSymmetricAndBetweenNothingAndOne(@ForAll("relatedTexts") List<String> texts) {
        Fingerprint a = similarity().fingerprint(texts.get(0));
        Fingerprint b = similarity().fingerprint(texts.get(1));
        assertThat(similarity().compare(a, b)).isEqualTo(similarity().compare(b, a)).isBetween(0.0, 1.0);
    }

    @Property(tries = 200)
    void aTextEqualsItself(@ForAll String text) {
        Fingerprint first = similarity().fingerprint(text);
        Fingerprint second = similarity().fingerprint(text);
        assertThat(first).isEqualTo(second);
        assertThat(similarity().compare(first, second)).isEqualTo(1.0, within(1e-6));
    }

    @Property(tries = 100)
    void blocksAreSortedAndDistinct(@ForAll("relatedTexts") List<String> texts) {
        assertThat(similarity().fingerprint(texts.get(0)).blocks()).isSorted().doesNotHaveDuplicates().isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Never use eval|Use eval",
        "Run tests before deploy|Run tests after deploy",
        "Retry the upload three times with 5 s of delay|Retry the upload three times with 50 s of delay",
        "Keep the refresh token in localStorage|Don’t keep the refresh token in localStorage",
        "Use tabs instead of spaces|Use spaces instead of tabs"
    })
    void oppositesStayApart(String a, String b) {
        Similarity similarity = similarity();
        assertThat(similarity.compare(similarity.fingerprint(a), similarity.fingerprint(b)))
                .isLessThan(similarity.threshold());
    }

    @Test
    void refusesFingerprintsOfOthers() {
        Fingerprint own = similarity().fingerprint("Use eval");
        Fingerprint other = new Fingerprint("someone-else", "", List.of());
        assertThat(own.backend()).isEqualTo(similarity().name());
        assertThatThrownBy(() -> similarity().compare(own, other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> similarity().compare(other, own)).isInstanceOf(IllegalArgumentException.class);
    }
}
