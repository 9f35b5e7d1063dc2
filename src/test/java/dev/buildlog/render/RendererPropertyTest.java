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

class RendererPropertyTest {

    private static final Target TARGET = Targets.load(Samples.TARGETS).get("agents_md");

    @Property(tries = 200)
    void everyRuleIsOneBulletWithOneParagraph(@ForAll("texts") List<String> texts) {
        Candidate[] rules = texts.stream().map(text -> Samples.rule("workflow", text)).toArray(Candidate[]::new);
        String body = Renderer.body(Samples.policy(Path.of("/repo"), rules), TARGET);

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
        assertThat(ManagedBlock.apply("AGENTS.md", null, body, "pol-0123456789"))
                .isInstanceOf(FileChange.Written.class);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> piece = Arbitraries.of("# ", "- ", "* ", "+ ", "> ", "1. ", "2) ", "```", "~~~", "---",
                "***", "===", "<!--", "-->", "<div>", "</p>", "<?x", "[a]: b", "a", " ", "\n", "\t", "\u2028",
                "\\", "`", "|", "é", "word ",
                "<!-- buildlog:end -->", "\u00A0", "_ ", "#");
        return piece.list().ofMinSize(1).ofMaxSize(6).map(pieces -> String.join("", pieces) + "x").list().ofMinSize(1)
                .ofMaxSize(4);
    }
}
