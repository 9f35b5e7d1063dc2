package dev.buildlog.extract;

import dev.buildlog.extract.Explanation.Verdict;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Looks up, line by line, what the insights and remarks of an entry say about it. */
final class LineReasons {

    private static final Pattern MARKS_ALONE = Pattern.compile("[\\s>*+-]*(?:\\d+[.)])?[\\s>*+-]*");

    private final Outline outline;
    private final Set<Integer> headings = new HashSet<>();
    private final Map<Integer, Leaf> leafOf = new HashMap<>();
    private final Map<Integer, Set<String>> remarks = new HashMap<>();
    private final Map<Integer, List<Insight>> taken = new HashMap<>();
    /** For the blocks of one list item, or a block outside lists: line of the first insight, of the first remark. */
    private final Map<Node, Integer> takenWith = new IdentityHashMap<>();
    private final Map<Node, Integer> leftWith = new IdentityHashMap<>();

    LineReasons(EntryVersion entry, Outline outline) {
        this.outline = outline;
        for (Leaf leaf : outline.leaves()) {
            for (int line = leaf.first(); line <= leaf.last(); line++) {
                leafOf.putIfAbsent(line, leaf);
            }
        }
        outline.sections().stream().skip(1).forEach(section -> headings.add(section.line()));
        for (Remark remark : entry.remarks()) {
            remarks.computeIfAbsent(remark.line(), line -> new LinkedHashSet<>()).add(remark.reason());
            note(leftWith, remark.line());
        }
        for (Insight insight : entry.insights()) {
            long more = insight.quote().lines().count() - 1;
            for (int line = insight.line(); line <= insight.line() + more; line++) {
                taken.computeIfAbsent(line, l -> new ArrayList<>()).add(insight);
            }
            note(takenWith, insight.line());
        }
    }

    private void note(Map<Node, Integer> with, int line) {
        Leaf leaf = leafOf.get(line);
        if (leaf != null) {
            with.putIfAbsent(owner(leaf), line);
        }
    }

    private static Node owner(Leaf leaf) {
        return leaf.node().getParent() instanceof ListItem item ? item : leaf.node();
    }

    Explanation explain(int line) {
        String text = outline.lines().line(line);
        if (text.isBlank()) {
            return new Explanation(line, text, Verdict.IGNORED, "blank");
        }
        Leaf leaf = leafOf.get(line);
        String structure = leaf == null ? "" : Blocks.structure(leaf.node());
        List<Insight> insights = structure.isEmpty() ? taken.getOrDefault(line, List.of()) : List.of();
        Set<String> reasons = remarks.get(line);
        boolean starts = insights.stream().anyMatch(insight -> insight.line() == line);
        if (!insights.isEmpty() && (starts || reasons == null)) {
            String more = reasons == null ? "" : "; " + String.join(" ", reasons);
            return new Explanation(line, text, Verdict.TAKEN, takers(insights) + more);
        }
        if (reasons != null) {
            return new Explanation(line, text, Verdict.LEFT, String.join(" ", reasons));
        }
        if (structure.isEmpty()) {
            return byNeighbours(line, text, leaf);
        }
        return new Explanation(line, text, Verdict.IGNORED, structure);
    }

    private Explanation byNeighbours(int line, String text, @Nullable Leaf leaf) {
        Node owner = leaf == null ? null : owner(leaf);
        if (takenWith.containsKey(owner)) {
            String detail = "belongs to the learning of line " + takenWith.get(owner);
            return new Explanation(line, text, Verdict.IGNORED, detail);
        }
        if (leftWith.containsKey(owner)) {
            return new Explanation(line, text, Verdict.LEFT, "Goes with line " + leftWith.get(owner) + ".");
        }
        if (leaf != null && headings.contains(leaf.first())) {
            return new Explanation(line, text, Verdict.IGNORED, "heading");
        }
        return new Explanation(line, text, Verdict.IGNORED,
                MARKS_ALONE.matcher(text).matches() ? "marks alone" : "outside the sections that are read");
    }

    private static String takers(List<Insight> insights) {
        Set<String> takers = new LinkedHashSet<>();
        for (Insight insight : insights) {
            takers.add(insight.extractor() + (insight.category().isEmpty() ? "" : ", " + insight.category())
                    + (insight.assessment() == null ? "" : ", " + insight.assessment().severity())
                    + (insight.wording().isEmpty() ? "" : ", worded: " + insight.wording()));
        }
        return String.join("; ", takers);
    }
}
