package dev.buildlog.render;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What differs between two versions of a file, as the lines between the first and the last difference. */
public final class LineDiff {

    private LineDiff() {}

    /**
     * Lines in the layout of a unified diff without context; empty where the two are equal.
     *
     * @param path path of the file, for the heading
     */
    public static String of(String path, byte[] before, byte[] after) {
        List<TextLine> old = lines(before);
        List<TextLine> now = lines(after);
        int shorter = Math.min(old.size(), now.size());
        int same = 0;
        while (same < shorter && old.get(same).equals(now.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<TextLine> removed = old.subList(same, old.size() - tail);
        List<TextLine> added = now.subList(same, now.size() - tail);
        if (removed.isEmpty() && added.isEmpty()) {
            return "";
        }
        StringBuilder diff = new StringBuilder("--- a/" + path + "\n+++ b/" + path + "\n@@ -")
                .append(range(same, removed)).append(" +").append(range(same, added)).append(" @@\n");
        removed.forEach(line -> diff.append('-').append(line.text()).append('\n'));
        added.forEach(line -> diff.append('+').append(line.text()).append('\n'));
        return diff.toString();
    }

    private static String range(int before, List<TextLine> lines) {
        return (lines.isEmpty() ? before : before + 1) + "," + lines.size();
    }

    private static List<TextLine> lines(byte[] content) {
        return TextLine.split(new String(content, StandardCharsets.UTF_8));
    }
}
