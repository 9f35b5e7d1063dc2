package dev.buildlog.extract;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * The library's inline parser, but a block with more marks than any author writes becomes plain text.
 *
 * <p>The library looks for the end of each unclosed mark up to the end of the block, which costs marks times
 * characters; and it nests emphasis as deep as the marks go. It offers no limit of its own, hence the use of its
 * internal class.
 */
final class BoundedInlineParser implements InlineParser {

    private static final int MARKS_OF_A_BLOCK = 1_000;
    private static final long STEPS_OF_AN_ENTRY = 200_000_000;

    private final InlineParser library;
    private long steps;

    BoundedInlineParser(InlineParserContext context) {
        library = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        long marks = 0;
        long characters = 0;
        for (SourceLine line : lines.getLines()) {
            CharSequence content = line.getContent();
            characters += content.length();
            for (int i = 0; i < content.length(); i++) {
                marks += isMark(content.charAt(i)) ? 1 : 0;
            }
        }
        steps += marks * characters;
        if (marks > MARKS_OF_A_BLOCK || steps > STEPS_OF_AN_ENTRY) {
            asText(lines, block);
        } else {
            library.parse(lines, block);
        }
    }

    private static boolean isMark(char c) {
        return c == '<' || c == '[' || c == ']' || c == '`' || c == '*' || c == '_';
    }

    private static void asText(SourceLines lines, Node block) {
        for (SourceLine line : lines.getLines()) {
            if (block.getFirstChild() != null) {
                block.appendChild(new SoftLineBreak());
            }
            Text text = new Text(line.getContent().toString());
            if (line.getSourceSpan() != null) {
                text.addSourceSpan(line.getSourceSpan());
            }
            block.appendChild(text);
        }
    }
}
