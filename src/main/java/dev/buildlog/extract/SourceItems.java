package dev.buildlog.extract;

import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** The list items of a source: rules, what is said about them, and labels over groups of rules. */
final class SourceItems {

    private static final int WORDS_OF_A_LABEL = 3;

    private final Outline outline;
    private final Lines lines;
    private final DetailLabels labels;
    private final List<SourceRule> rules;
    private final List<Remark> left;

    /** @param rules takes the rules, {@code left} what is left and why */
    SourceItems(Outline outline, DetailLabels labels, List<SourceRule> rules, List<Remark> left) {
        this.outline = outline;
        this.lines = outline.lines();
        this.labels = labels;
        this.rules = rules;
        this.left = left;
    }

    void read(Node list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            readItem(item);
        }
    }

    /** Whether every item of a list is nothing but a label and what follows it. */
    boolean areLabelled(Node list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!isDetail(item)) {
                return false;
            }
        }
        return true;
    }

    /** The labelled texts of all items of a list. */
    List<Labelled> labelled(Node list) {
        List<Labelled> parts = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            parts.addAll(details(item, new ArrayList<>()));
        }
        return parts;
    }

    /** Leaves everything with words in a block. */
    void leave(Node block, String reason) {
        List<Leaf> leaves = new ArrayList<>();
        Outline.leavesOf(block, leaves);
        leaves.stream().filter(leaf -> Blocks.hasWords(leaf.node())).forEach(leaf -> left.add(
                new Remark(leaf.first(), PlainText.cut(Blocks.text(leaf.node(), outline)), reason)));
    }

    void leave(Passage text, String reason) {
        left.add(new Remark(lines.lineAt(text.from()), PlainText.cut(text.text()), reason));
    }

    private boolean isDetail(Node item) {
        List<Passage> text = new ArrayList<>();
        List<Labelled> parts = details(item, text);
        return text.isEmpty() && !parts.isEmpty() && parts.get(0).detail() != Detail.RULE;
    }

    /** The labelled texts of an item; what has no label goes to {@code text}. A list below a bare label is that label's text. */
    private List<Labelled> details(Node item, List<Passage> text) {
        List<Labelled> parts = new ArrayList<>();
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph || child instanceof Heading) {
                parts.addAll(labels.parts(Passage.of(child, lines), lines, text));
            } else if (child instanceof ListBlock && text.isEmpty() && !parts.isEmpty()) {
                Detail bare = parts.get(parts.size() - 1).detail();
                for (Node below = child.getFirstChild(); below != null; below = below.getNext()) {
                    texts(below).forEach(passage -> parts.add(new Labelled(bare, passage)));
                }
            }
        }
        return parts;
    }

    private void readItem(Node item) {
        List<Passage> text = new ArrayList<>();
        List<Labelled> parts = details(item, text);
        if (text.isEmpty() && !parts.isEmpty()) {
            // behind "Do:" stands a rule; "Don't: ..." on its own is one as it stands
            boolean rule = parts.get(0).detail() == Detail.RULE;
            take(item, rule ? parts.get(0).passage() : Passage.joined(texts(item)),
                    rule ? parts.subList(1, parts.size()) : List.of());
        } else if (text.isEmpty()) {
            lists(item).forEach(this::read);
        } else if (isLink(item)) {
            leave(text.get(0), "A link, not a rule.");
        } else if (isLabel(item, text.get(0).text())) {
            leave(text.get(0), "A label; what stands under it is read.");
            lists(item).forEach(this::read);
        } else {
            take(item, text.get(0), parts);
            text.subList(1, text.size()).forEach(more -> leave(more, "Explains the item above."));
        }
    }

    private void take(Node item, Passage rule, List<Labelled> parts) {
        Map<Detail, String> said = SourceRule.nothing();
        parts.forEach(part -> SourceRule.say(said, part.detail(), part.passage().text()));
        for (Node list : lists(item)) {
            for (Node below = list.getFirstChild(); below != null; below = below.getNext()) {
                if (isDetail(below)) {
                    details(below, new ArrayList<>()).forEach(
                            part -> SourceRule.say(said, part.detail(), part.passage().text()));
                } else {
                    leave(below, "Explains the item above.");
                }
            }
        }
        rules.add(new SourceRule(rule, Inlines.firstLine(item), Inlines.lastLine(item), said));
    }

    /** Whether an item only names what the items under it are about. */
    private boolean isLabel(Node item, String text) {
        boolean rulesBelow = lists(item).stream().anyMatch(list -> !areLabelled(list));
        boolean ended = !text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
        return text.endsWith(":") || text.endsWith("：")
                || rulesBelow && !ended && text.split(" ").length <= WORDS_OF_A_LABEL;
    }

    private static boolean isLink(Node item) {
        Node paragraph = item.getFirstChild();
        return paragraph instanceof Paragraph && paragraph.getFirstChild() instanceof Link
                && paragraph.getFirstChild() == paragraph.getLastChild();
    }

    private List<Passage> texts(Node item) {
        List<Passage> texts = new ArrayList<>();
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph) {
                texts.add(Passage.of(child, lines));
            }
        }
        return texts;
    }

    private static List<Node> lists(Node item) {
        List<Node> lists = new ArrayList<>();
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListBlock) {
                lists.add(child);
            }
        }
        return lists;
    }
}
