package dev.buildlog.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A line and its ending, so that joining lines gives back the text they were split from, whatever endings it mixes.
 *
 * @param text the line without its ending
 * @param end LF, CRLF or CR; empty for a last line without one
 */
record TextLine(String text, String end) {

    static List<TextLine> split(String text) {
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                int after = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
                lines.add(new TextLine(text.substring(start, i), text.substring(i, after)));
                start = after;
                i = after - 1;
            }
        }
        if (start < text.length()) {
            lines.add(new TextLine(text.substring(start), ""));
        }
        return lines;
    }

    static String join(List<TextLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text).append(line.end));
        return text.toString();
    }

    /** The most frequent ending; LF before CRLF before CR where they tie, and LF where there is none. */
    static String dominantEnding(List<TextLine> lines) {
        String best = "\n";
        long most = 0;
        for (String end : List.of("\n", "\r\n", "\r")) {
            long count = lines.stream().filter(line -> line.end.equals(end)).count();
            if (count > most) {
                best = end;
                most = count;
            }
        }
        return best;
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
