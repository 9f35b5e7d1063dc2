package dev.buildlog.extract;

import java.util.Arrays;

/** A text by its lines: line feed, carriage return and both together end a line; a byte-order mark belongs to none. */
final class Lines {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    Lines(String text) {
        this.text = text;
        int[] from = new int[16];
        int[] to = new int[16];
        int count = 0;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        for (int i = start; i <= text.length(); i++) {
            boolean last = i == text.length();
            if (!last && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                continue;
            }
            if (last && i == start && count > 0) {
                break;
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
            }
            from[count] = start;
            to[count++] = i;
            if (!last && text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            start = i + 1;
        }
        starts = Arrays.copyOf(from, count);
        ends = Arrays.copyOf(to, count);
    }

    /** Number of lines; at least 1. A line end that closes the text starts no further line. */
    int count() {
        return starts.length;
    }

    /** The line without its end; {@code number} counts from 1. */
    String line(int number) {
        return text.substring(starts[number - 1], ends[number - 1]);
    }

    /** Offset of a character in the text, from the parser's indexes, which count from 0. */
    int offset(int lineIndex, int columnIndex) {
        return Math.min(starts[lineIndex] + columnIndex, ends[lineIndex]);
    }

    /** Number of the line that holds the character at {@code offset}, from 1. */
    int lineAt(int offset) {
        int i = Arrays.binarySearch(starts, offset);
        return Math.max(1, i < 0 ? -i - 1 : i + 1);
    }

    /** {@code offset} moved left over spaces and tabs, but not beyond {@code from}. */
    int skipBack(int offset, int from) {
        int i = offset;
        while (i > from && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i;
    }

    /** Offset of the first character of a line, from 1, that is neither white space nor a quote mark. */
    int textStart(int number) {
        int i = starts[number - 1];
        while (i < ends[number - 1] && (text.charAt(i) <= ' ' || text.charAt(i) == '>')) {
            i++;
        }
        return i;
    }

    /** Offset behind the last character of a line, from 1. */
    int textEnd(int number) {
        return ends[number - 1];
    }

    String slice(int from, int to) {
        return text.substring(from, Math.max(from, to));
    }

    /**
     * {@code offset} moved right over white space, over one of {@code once}, and over quote marks at the start of later
     * lines, but not beyond {@code to}.
     */
    int skip(int offset, String once, int to) {
        boolean seen = false;
        boolean lineStart = false;
        int i = offset;
        while (i < to) {
            char c = text.charAt(i);
            if (!seen && once.indexOf(c) >= 0) {
                seen = true;
                lineStart = false;
            } else if (c == '\n' || c == '\r') {
                lineStart = true;
            } else if (c != ' ' && c != '\t' && !(lineStart && c == '>')) {
                break;
            }
            i++;
        }
        return i;
    }
}
