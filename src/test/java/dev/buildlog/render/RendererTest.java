package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Candidate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
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

    @Property(tries = 200)
    void everyRuleIsOneBulletWithOneParagraph(@ForAll("texts") List<String> texts) {
        String body = body(texts.stream().map(text -> Samples.rule("workflow", text)).toArray(
                Candidate[]::new));

        List<Node> items = new ArrayList<>();
        Parser.builder().build().parse(body).accept(new AbstractVisitor() {
            @Override
            public void visit(ListItem item) {
                items.add(item);
                visitChildren(item);
            }
        });
        assertThat(items).hasSize(texts.size()).allMatch(item -> item.getFirstChild() instanceof Paragraph
                && item.getFirstChild() == item.getLastChild());
        assertThat(body).doesNotContain("<!--", "-->");
        assertThat(ManagedBlock.apply("AGENTS.md", null, body, "pol-0123456789")).isInstanceOf(BlockChange.Written.class);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> piece = Arbitraries.of("# ", "- ", "* ", "+ ", "> ", "1. ", "2) ", "```", "~~~", "---", "***", "===",
                "<!--", "-->", "<div>", "</p>", "<?x", "[a]: b", "a", " ", "\n", "\t", "\u2028", "\\", "`", "|", "é", "word ",
                "<!-- buildlog:end -->", "\u00A0", "_ ", "#");
        return piece.list().ofMinSize(1).ofMaxSize(6).map(pieces -> String.join("", pieces) + "x").list().ofMinSize(1)
                .ofMaxSize(4);
    }

    private static String body(Candidate... rules) {
        return Renderer.body(Samples.policy(Path.of("/repo"), rules), TARGET);
    }
}
