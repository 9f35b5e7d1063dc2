package dev.buildlog.extract;

import dev.buildlog.model.Remark;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Ends a paragraph that goes on for longer than anyone writes, at the cost of one line.
 *
 * <p>The library copies the paragraph so far at every line that might begin something else. One instance per text.
 */
final class BoundedParagraphs implements BlockParserFactory {

    private static final int LINES = 500;
    private static final Pattern ENDS_A_PARAGRAPH = Pattern.compile("#{1,6}(?:[ \\t]|$)|```|~~~|>|[-+*][ \\t]+\\S");

    private final List<Remark> remarks;
    private @Nullable Block paragraph;
    private int firstLine;

    BoundedParagraphs(List<Remark> remarks) {
        this.remarks = remarks;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        Block block = matched.getMatchedBlockParser().getBlock();
        if (!(block instanceof Paragraph)) {
            return BlockStart.none();
        }
        int line = state.getLine().getSourceSpan().getLineIndex();
        if (block != paragraph) {
            paragraph = block;
            firstLine = line - matched.getParagraphLines().getLines().size();
        }
        CharSequence content = state.getLine().getContent();
        CharSequence text = content.subSequence(state.getNextNonSpaceIndex(), content.length());
        boolean ends = state.getIndent() < 4 && ENDS_A_PARAGRAPH.matcher(text).lookingAt();
        if (line - firstLine < LINES || ends) {
            return BlockStart.none();
        }
        remarks.add(new Remark(line + 1, PlainText.cut(text.toString()),
                "Not read: it is in a paragraph of more than " + LINES + " lines.", true));
        return BlockStart.of(new SkippedLine()).atIndex(state.getIndex());
    }

    private static final class SkippedLine extends AbstractBlockParser {

        private final Block block = new CustomBlock() {};

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
