package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Visible text and where in the entry it stands.
 *
 * @param runs the text, lines parted by breaks
 * @param from offset of its first character
 * @param to offset behind its last character
 */
record Passage(List<Run> runs, int from, int to) {

    /** All of a block, without white space around it. */
    static Passage of(Node block, Lines lines) {
        int to = Inlines.end(block, lines);
        int from = lines.skip(Inlines.start(block, lines), "", to);
        return new Passage(Inlines.of(block, lines), from, lines.skipBack(to, from));
    }

    /** Several paragraphs of one item, joined as if they were one. */
    static Passage joined(List<Passage> parts) {
        List<Run> runs = new ArrayList<>();
        for (Passage part : parts) {
            if (!runs.isEmpty()) {
                runs.add(new Run("\n", false, 0, -1, -1));
            }
            runs.addAll(part.runs);
        }
        return new Passage(runs, parts.get(0).from, parts.get(parts.size() - 1).to);
    }

    String text() {
        return PlainText.of(runs);
    }

    /** The runs of each line. */
    List<List<Run>> byLine() {
        List<List<Run>> all = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= runs.size(); i++) {
            if (i == runs.size() || runs.get(i).isBreak()) {
                all.add(runs.subList(start, i));
                start = i + 1;
            }
        }
        return all;
    }

    /** Its lines, each with its own place in the entry. */
    List<Passage> lines(Lines lines) {
        List<Passage> all = new ArrayList<>();
        int last = lines.lineAt(to);
        List<List<Run>> byLine = byLine();
        for (int i = byLine.size() - 1; i >= 0; i--) {
            List<Run> line = byLine.get(i);
            if (!line.isEmpty()) {
                int first = line.get(0).line();
                all.add(new Passage(line, Math.max(from, lines.textStart(first)), Math.min(to, lines.textEnd(last))));
                last = first - 1;
            }
        }
        Collections.reverse(all);
        return all;
    }

    /** The lead of its first line; null where it has none. */
    @Nullable Lead lead() {
        return Lead.of(byLine().get(0));
    }

    /** What follows the lead of the first line. */
    Passage after(Lead lead, Lines lines) {
        List<Run> rest = new ArrayList<>(lead.rest());
        int firstLine = byLine().get(0).size();
        rest.addAll(runs.subList(firstLine, runs.size()));
        return new Passage(rest, lead.textFrom(lines, to), to);
    }
}
