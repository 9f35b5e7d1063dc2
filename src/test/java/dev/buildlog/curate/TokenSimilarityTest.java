package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenSimilarityTest extends SimilarityContract {

    private final TokenSimilarity similarity = new TokenSimilarity();

    @Override
    Similarity similarity() {
        return similarity;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run tests before commit|run testing before committing|1.0",
        "Always run the type checker|run type checker|1.0",
        "run tsc before commit|run typescript before commit|1.0",
        "Use mypy|Use pyright|1.0",
        "run type checker|tsc before commit|0.0",
        "Never use eval|Use eval|0.0",
        "Run tests before deploy|Run tests after deploy|0.0",
        "Validate input at the API boundary|Verify inputs at API boundaries|1.0",
        "Use Redis for caching|Use Redis as a cache|1.0",
        "Cache DB queries in Redis|Cache expensive DB queries in Redis|0.8",
        "Cache DB queries in Redis always|Cache all expensive slow DB queries in Redis|0.666667",
        "Run unit tests on every commit|Execute tests every commit|0.75",
        "Log structured JSON with request ids|Log structured JSON|0.6",
        "commit small|committing small changes|0.666667",
        "Use HTTP/2|Use HTTP 2|1.0",
        "naïve approach|naive approach|1.0",
        "Проверяй ввод|Проверяй ввод|1.0",
        "''|''|1.0",
        "red green blue cyan pink grey gold|red green blue cyan pink grey gold rust teal plum|0.7"
    })
    void followsTheReferenceWhereItWasRight(String a, String b, double expected) {
        assertThat(compare(a, b)).isEqualTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Don't use eval|Do not use eval",
        "Don’t use eval|Avoid using eval",
        "cafe\u0301 menus|Café menus",
        "Turn off the legacy flags|Disable the legacy flags",
        "Before committing, run the tests|Run the tests before committing",
        "Lesson: **cache** the tokens.|cache tokens",
        "必ず入力を検証する|必ず入力を検証する",
        "Use 1,000 rows|Use 1000 rows",
        "Pin Go v1.21|Pin Go 1.21",
        "What is it|what is it?"
    })
    void seesThroughForm(String a, String b) {
        assertThat(compare(a, b)).isEqualTo(1.0);
    }

    @Test
    void mergesAlmostEqualTextsOfAnUnspacedScript() {
        assertThat(compare("外部からの入力は必ずサーバー側で検証してから保存する", "外部からの入力は必ずサーバー側で検証してから保存すること"))
                .isGreaterThanOrEqualTo(0.7);
        assertThat(compare("外部からの入力は必ずサーバー側で検証する", "外部からの入力は必ずサーバー側で検証しない")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Go 1.21 added maps to the standard library|Go 1.22 added maps to the standard library",
        "Never run the suite without fixtures|Never run the suite fixtures",
        "Copy the full dump from staging to production|Copy the full dump from production to staging",
        "Review the change first, then merge it|Merge the change first, then review it",
        "Prefer composition over inheritance|Prefer inheritance over composition",
        "Set the local cache timeout of each worker pool node|Set the remote cache timeout of each worker pool node",
        "Write down why we chose `Kafka` for new order events|Write down why we chose `RabbitMQ` for new order events",
        "Retry until it works|Retry after it works",
        "What is it|Who are you"
    })
    void keepsApartWhatDiffersInOneWordThatMatters(String a, String b) {
        assertThat(compare(a, b)).isLessThan(similarity.threshold());
    }

    @Test
    void filesTypicalTextsUnderFewBlocks() {
        for (int size = 1; size <= 9; size++) {
            assertThat(blocks(size)).as("%d words", size).isLessThanOrEqualTo(14);
        }
        for (int size = 10; size <= 15; size++) {
            assertThat(blocks(size)).as("%d words", size).isLessThanOrEqualTo(15);
        }
        assertThat(blocks(5000)).isLessThanOrEqualTo(60);
    }

    private int blocks(int words) {
        String text = IntStream.range(0, words)
                .mapToObj(i -> "w" + Integer.toString(i * 7919, 26).replaceAll("\\d", "q") + (char) ('a' + i % 26))
                .collect(Collectors.joining(" "));
        return similarity.fingerprint(text).blocks().size();
    }

    private double compare(String a, String b) {
        return similarity.compare(similarity.fingerprint(a), similarity.fingerprint(b));
    }

    @Test
    void longTextsKeepTheirLikeness() {
        List<String> words = IntStream.range(0, 90).mapToObj(i -> "word" + (char) ('a' + i / 26) + (char) ('a' + i % 26)).toList();
        String text = String.join(" ", words);
        assertThat(compare(text, text + " wordzz")).isGreaterThanOrEqualTo(0.7);
    }
}
