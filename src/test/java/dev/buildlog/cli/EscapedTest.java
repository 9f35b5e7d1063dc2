package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTest {

    @ParameterizedTest
    @CsvSource({
        "Zeilenumbr\u00FCche pr\u00FCfen: 3 \u2264 n, Zeilenumbr\u00FCche pr\u00FCfen: 3 \u2264 n",
        "a\u200Bb, a\\u{200B}b",
        "a\u202Eb, a\\u{202E}b",
        "a\u001B[31m, a\\u{001B}[31m",
        "a\uDB40\uDC41, a\\u{E0041}",
        "a\uE000\uFE0F, a\\u{E000}\\u{FE0F}",
        "c\u0430che, c\\u{0430}che",
        "\u043A\u044D\u0448, \u043A\u044D\u0448"
    })
    void whatDoesNotShowIsShown(String text, String shown) {
        assertThat(Escaped.of(text)).isEqualTo(shown);
    }
}
