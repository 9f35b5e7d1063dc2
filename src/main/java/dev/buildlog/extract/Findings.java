package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/** What one extractor took from an entry and what it left, until both are added to what the steps before it found. */
final class Findings {

    /** Longest insight, in characters. */
    static final int LONGEST = 4_000;

    private static final Pattern TITLE_PREFIX = Pattern.compile("(?i)^Build Journal\\s*[:：]\\s*");

    private final EntryVersion entry;
    private final Outline outline;
    private final String extractor;
    private final List<Insight> taken = new ArrayList<>();
    private final List<Remark> left;

    Findings(EntryVersion entry, Outline outline, String extractor) {
        this.entry = entry;
        this.outline = outline;
        this.extractor = extractor;
        left = new ArrayList<>(outline.remarks());
    }

    /** Takes a passage, unless it is a placeholder or nobody's idea of one learning. */
    void take(Passage passage, String category, Section section) {
        String text = passage.text();
        int line = outline.lines().lineAt(passage.from());
        String placeholder = Placeholder.reason(text);
        if (!placeholder.isEmpty()) {
            leave(line, text, placeholder);
        } else if (text.length() > LONGEST) {
            miss(line, text, "Longer than " + LONGEST + " characters; write it as several items.");
        } else {
            String quote = outline.lines().slice(passage.from(), passage.to());
            taken.add(new Insight(text, category, line, section.name(), quote, extractor, null)
                    .withHearsay(outline.hearsay().at(line, quote)));
        }
    }

    /** Leaves what was read and is no learning. */
    void leave(int line, String text, String reason) {
        left.add(new Remark(line, PlainText.cut(text), reason));
    }

    /** Leaves what might be a learning and was not read as one; its author is told. */
    void miss(int line, String text, String reason) {
        left.add(new Remark(line, PlainText.cut(text), reason, true));
    }

    /** Leaves every block with words in {@code block}, itself included. */
    void leaveAll(Node block, String reason) {
        eachLeaf(block, (line, text) -> leave(line, text, reason));
    }

    /** Misses every block with words in {@code block}, itself included. */
    void missAll(Node block, String reason) {
        eachLeaf(block, (line, text) -> miss(line, text, reason));
    }

    private void eachLeaf(Node block, BiConsumer<Integer, String> action) {
        List<Leaf> leaves = new ArrayList<>();
        Outline.leavesOf(block, leaves);
        for (Leaf leaf : leaves) {
            if (Blocks.hasWords(leaf.node())) {
                action.accept(leaf.first(), Blocks.text(leaf.node(), outline));
            }
        }
    }

    /** The entry with everything of before, and what is new among the findings, both in order of their lines. */
    EntryVersion added() {
        Set<Place> places = new HashSet<>();
        TreeMap<Integer, List<Insight>> quoted = new TreeMap<>();
        List<Insight> insights = new ArrayList<>(entry.insights());
        for (Insight known : insights) {
            places.add(new Place(known.line(), known.text()));
            if (!known.extractor().equals(extractor)) {
                quoted.computeIfAbsent(known.line(), line -> new ArrayList<>()).add(known);
            }
        }
        for (Insight found : taken) {
            if (!isQuoted(found, quoted) && places.add(new Place(found.line(), found.text()))) {
                insights.add(found);
            }
        }
        insights.sort(Comparator.comparingInt(Insight::line));
        return new EntryVersion(entry.project(), entry.holder(), entry.path(), entry.date(),
                entry.contentHash(), entry.text(), entry.removed(), entry.observedAt(),
                entry.title().isEmpty() ? title() : entry.title(), insights, remarks(insights), entry.postponed(), entry.origin());
    }

    /** Whether one of the last insights that begin at or before the line of {@code found} says and quotes it already. */
    private static boolean isQuoted(Insight found, TreeMap<Integer, List<Insight>> quoted) {
        var before = quoted.floorEntry(found.line());
        return before != null && before.getValue().stream().anyMatch(known -> known.text().contains(found.text())
                && known.quote().contains(found.quote()) && found.line() < known.line() + known.quote().lines().count());
    }

    /** All remarks but those on a paragraph from which some step did take an insight. */
    private List<Remark> remarks(List<Insight> insights) {
        Set<Integer> spoken = new HashSet<>();
        Set<Integer> lines = new HashSet<>();
        insights.forEach(insight -> lines.add(insight.line()));
        for (Leaf leaf : outline.leaves()) {
            for (int line = leaf.first(); line <= leaf.last(); line++) {
                if (lines.contains(line)) {
                    spoken.add(leaf.first());
                }
            }
        }
        Set<Remark> all = new LinkedHashSet<>(entry.remarks());
        all.addAll(left);
        return all.stream()
                .filter(remark -> !Blocks.isVoidable(remark.reason()) || !spoken.contains(remark.line()))
                .sorted(Comparator.comparingInt(Remark::line))
                .toList();
    }

    private String title() {
        String title = TITLE_PREFIX.matcher(outline.title()).replaceFirst("");
        return title.isEmpty() || !Placeholder.reason(title).isEmpty() ? "" : title;
    }

    private record Place(int line, String text) {}
}
