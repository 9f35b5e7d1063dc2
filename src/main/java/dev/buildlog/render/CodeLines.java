package dev.buildlog.render;

import java.util.BitSet;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Which lines of a Markdown text are code, and where a fence stays open. */
final class CodeLines extends AbstractVisitor {

    /** Reads blocks alone: what stands within a line cannot make code of the next one. */
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, block) -> { })
            .build();

    private final BitSet code = new BitSet();
    private int openFence = -1;

    private CodeLines() {}

    static CodeLines of(List<String> lines) {
        CodeLines found = new CodeLines();
        PARSER.parse(String.join("\n", lines)).accept(found);
        return found;
    }

    boolean contains(int line) {
        return code.get(line);
    }

    /** Index of the line that opens the last fence without an end; -1 where every fence ends. */
    int openFence() {
        return openFence;
    }

    @Override
    public void visit(FencedCodeBlock block) {
        mark(block);
        if (block.getClosingFenceLength() == null) {
            openFence = block.getSourceSpans().get(0).getLineIndex();
        }
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        mark(block);
    }

    private void mark(Block block) {
        block.getSourceSpans().forEach(span -> code.set(span.getLineIndex()));
    }
}
