package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Candidate;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {

    private static final Target TARGET = Targets.load(Samples.TARGETS).get("agents_md");

    @Test
    void showsRulesUnderTheirCategories() {
        assertThat(body(
                Samples.rule("zebra", "Last"),
                Samples.rule("uncategorised", "General advice"),
                Samples.rule("tool_usage", "Use mypy in CI"),
                Samples.rule("workflow", "Run tests before commit"),
                Samples.rule("workflow", "Ask first")))
                .isEqualTo("""
                        ## Learned rules

                        Drawn from this project's journal by buildlog: advice learned from past work.

                        ### Workflow

                        - Run tests before commit
                        - Ask first

                        ### Tool Usage

                        - Use mypy in CI

                        ### General

                        - General advice

                        ### Zebra

                        - Last
                        """);
    }

    @Test
    void isEmptyWithoutRules() {
        assertThat(body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Use `<T>` and *emphasis*, it's 5 * 3 | Use `<T>` and *emphasis*, it's 5 * 3",
        "# not a heading | \\# not a heading",
        "- not a list | \\- not a list",
        "1. not a list | 1\\. not a list",
        "> not a quote | \\> not a quote",
        "*emphasis* stays | *emphasis* stays",
        "#hashtag stays | #hashtag stays",
        "--- | \\---",
        "<div> is no tag | \\<div> is no tag",
        "[foo]: bar | \\[foo]: bar",
        "A <!-- buildlog:end --> B | A <\\!-- buildlog:end --\\> B"
    })
    void staysOneLineOfText(String text, String bullet) {
        assertThat(BulletText.of(text)).isEqualTo(bullet);
    }

    @Test
    void breaksNoLine() {
        assertThat(BulletText.of(" one\r\n\ttwo\u2028three\u0085four\u0007 ")).isEqualTo("one two three four");
        assertThat(BulletText.of("```\ncode")).isEqualTo("\\``` code");
    }

    private static String body(Candidate... rules) {
        return Renderer.body(Samples.policy(Path.of("/repo"), rules), TARGET);
    }
}
