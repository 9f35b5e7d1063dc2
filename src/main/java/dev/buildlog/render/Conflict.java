package dev.buildlog.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A merge conflict that git wrote into a file, as indexes of its marker lines.
 *
 * @param start line of {@code <<<<<<<}
 * @param base line of {@code |||||||}, or {@code middle} where the common ancestor is not shown
 * @param middle line of {@code =======}
 * @param end line of {@code >>>>>>>}
 */
record Conflict(int start, int base, int middle, int end) {

    /** Complete conflicts in order; a marker that belongs to none is ordinary text. */
    static List<Conflict> in(List<TextLine> lines) {
        List<Conflict> found = new ArrayList<>();
        int start = -1;
        int base = -1;
        int middle = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).text();
            if (isMarker(line, '<')) {
                start = i;
                base = -1;
                middle = -1;
            } else if (start >= 0 && middle < 0 && base < 0 && isMarker(line, '|')) {
                base = i;
            } else if (start >= 0 && middle < 0 && line.equals("=======")) {
                middle = i;
            } else if (middle >= 0 && isMarker(line, '>')) {
                found.add(new Conflict(start, base < 0 ? middle : base, middle, i));
                start = -1;
                middle = -1;
            }
        }
        return found;
    }

    boolean overlaps(int from, int to) {
        return start <= to && end >= from;
    }

    boolean inOurs(int line) {
        return line > start && line < base;
    }

    boolean inTheirs(int line) {
        return line > middle && line < end;
    }

    boolean contains(int line) {
        return line >= start && line <= end;
    }

    private static boolean isMarker(String line, char c) {
        String run = String.valueOf(c).repeat(7);
        return line.equals(run) || line.startsWith(run + " ");
    }
}
