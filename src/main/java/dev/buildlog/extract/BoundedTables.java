package dev.buildlog.extract;

import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The library's tables, asked only where a delimiter row stands and only for tables a person could have written.
 *
 * <p>The library fills each short row up to the width of the header, so that a small text makes an enormous table. One
 * instance per text.
 */
final class BoundedTables implements BlockParserFactory {

    private static final int TABLES = 200;
    private static final int CELLS = 500_000;

    private final BlockParserFactory library = new TableBlockParser.Factory();
    private final int lineCount;
    private int candidates;

    BoundedTables(int lineCount) {
        this.lineCount = lineCount;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int columns = 1;
        boolean dash = false;
        for (int i = state.getNextNonSpaceIndex(); i < line.length(); i++) {
            char c = line.charAt(i);
            if ("|:- \t".indexOf(c) < 0) {
                return BlockStart.none();
            }
            columns += c == '|' ? 1 : 0;
            dash |= c == '-';
        }
        boolean delimiters = dash && (columns > 1 || line.toString().contains(":"));
        if (!delimiters || ++candidates > TABLES || (long) columns * lineCount > CELLS) {
            return BlockStart.none();
        }
        return library.tryStart(state, matched);
    }
}
