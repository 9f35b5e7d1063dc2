package dev.buildlog.curate.gate;

import java.util.List;
import java.util.function.Consumer;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A text as Markdown, each part with its place. */
final class Markdown {

    private Markdown() {}

    static Node parse(String text) {
        return Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build().parse(text);
    }

    /** Calls {@code seen} with each node of this kind below {@code node}, in the order of the text. */
    static <T extends Node> void each(Node node, Class<T> kind, Consumer<T> seen) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (kind.isInstance(child)) {
                seen.accept(kind.cast(child));
            }
            each(child, kind, seen);
        }
    }

    /** Offset of a node in the text; 0 where the parser does not tell. */
    static int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getInputIndex();
    }
}
