package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Use Redis for caching instead of database queries|cache database redis",
        "Cache JSON (API) errors, then retry.|api cache error json retry",
        "async-retry with jwt_auth|async auth jwt retry",
        "CI/CD must deploy|cd ci deploy",
        "testing and tests|test testing",
        "Let tests go first|test",
        "Write the worker in Go.|go",
        "Go 1.21 added maps|go",
        "Go to the docs|''",
        "cd into the folder|''",
        "Digital capital|''",
        "`docker` and **Kubernetes**|docker kubernetes"
    })
    void findsTechnologyWords(String text, String tags) {
        assertThat(String.join(" ", Tags.of(text))).isEqualTo(tags);
    }
}
