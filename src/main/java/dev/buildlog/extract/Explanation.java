package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one line of an entry.
 *
 * @param line line from 1
 * @param text the line as it stands in the entry
 * @param verdict whether an insight was taken from it
 * @param detail who took it and into which category, or why it was left; one line
 */
public record Explanation(int line, String text, Verdict verdict, String detail) {

    /** What can become of a line. */
    public enum Verdict {
        /** Part of an insight. */
        TAKEN,
        /** Could have been one; the detail says why it is not. */
        LEFT,
        /** Never read for insights, or outside the sections that hold them. */
        IGNORED
    }

    /** Explains every line of an entry that the extractors have been through; empty for a removed entry. */
    public static List<Explanation> of(EntryVersion entry) {
        if (entry.removed()) {
            return List.of();
        }
        Outline outline = Outline.of(entry.text());
        LineReasons reasons = new LineReasons(entry, outline);
        List<Explanation> all = new ArrayList<>();
        for (int line = 1; line <= outline.lines().count(); line++) {
            all.add(reasons.explain(line));
        }
        return all;
    }
}
