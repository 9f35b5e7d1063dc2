package dev.buildlog.extract;

import dev.buildlog.model.Remark;
import java.util.List;

/**
 * Blanks the lines that no author writes and that would cost the parser more than time in proportion to the text: lines
 * of enormous length and lists or quotes nested without end. Line numbers and columns of all other lines stay as they
 * are.
 */
final class Bounds {

    /** Longest line that is read, in characters. */
    static final int LINE = 20_000;

    /** Deepest nesting of lists and quotes that is read. */
    static final int DEPTH = 64;

    /** The parser notes a position per line and level; this many positions fit into any heap we run in. */
    private static final int POSITIONS = 20_000_000;

    private Bounds() {}

    /** The lines joined by line feeds, those out of bounds empty; says so in {@code remarks}. */
    static String tame(Lines lines, List<Remark> remarks) {
        int depth = Math.max(8, Math.min(DEPTH, POSITIONS / lines.count()));
        StringBuilder tame = new StringBuilder();
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.line(number);
            if (line.length() > LINE) {
                remarks.add(new Remark(number, PlainText.cut(line),
                        "Not read: the line is longer than " + LINE + " characters.", true));
            } else if (levels(line) > depth) {
                remarks.add(new Remark(number, PlainText.cut(line.strip()),
                        "Not read: lists or quotes nested deeper than " + depth + " levels.", true));
            } else if (!line.isBlank()) {
                tame.append(line);
            }
            tame.append('\n');
        }
        return tame.toString();
    }

    /**
     * The most containers a line can open or continue: each quote mark is one, each list level needs two columns
     * before or at its marker. A line that opens no container can only continue those of the lines above it and counts
     * as none.
     */
    private static int levels(String line) {
        int quotes = 0;
        int columns = 0;
        int levels = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '>') {
                levels = ++quotes + columns / 2;
            } else if (c == ' ' || (c >= '0' && c <= '9')) {
                columns++;
            } else if (c == '\t') {
                columns += 4;
            } else if ("-+*.)".indexOf(c) >= 0 && (i + 1 == line.length() || line.charAt(i + 1) <= ' ')) {
                levels = quotes + ++columns / 2;
            } else {
                break;
            }
        }
        return levels;
    }
}
