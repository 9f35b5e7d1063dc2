package dev.buildlog.extract;

import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * The rules of one section of a source: its list items, the rows of its tables, and its heading or a labelled paragraph where
 * labelled texts say more about that.
 */
final class SourceRules {

    private static final int WORDS_OF_A_LABEL = 3;
    private static final Set<Detail> ABOUT_A_RULE = EnumSet.of(Detail.CONTEXT, Detail.ANTIPATTERN, Detail.RATIONALE);

    private final Outline outline;
    private final Lines lines;
    private final DetailLabels labels;
    private final List<SourceRule> rules = new ArrayList<>();
    private final List<Remark> left = new ArrayList<>();

    private SourceRules(Outline outline, DetailLabels labels) {
        this.outline = outline;
        this.lines = outline.lines();
        this.labels = labels;
    }

    /** What was found in a section, and what was left and why. */
    record Found(List<SourceRule> rules, List<Remark> left) {}

    static Found in(Section section, Outline outline, DetailLabels labels) {
        SourceRules reader = new SourceRules(outline, labels);
        reader.read(section);
        return new Found(reader.rules, reader.left);
    }

    private void read(Section section) {
        boolean described = describes(section);
        SourceRule open = null;
        for (Node block : section.blocks()) {
            if (block instanceof ListBlock list && !(described && isLabelled(list))) {
                readList(list);
            } else if (block instanceof TableBlock table) {
                SourceTable.read(table, outline, labels, rules, left);
            } else if (block instanceof Paragraph || block instanceof ListBlock) {
                for (Labelled part : labelled(block)) {
                    if (part.detail() == Detail.RULE) {
                        open = new SourceRule(part.passage(), Inlines.firstLine(block), Inlines.lastLine(block),
                                SourceRule.nothing());
                        rules.add(open);
                    } else if (open == null && described) {
                        open = new SourceRule(heading(section), section.line(), Inlines.lastLine(block), SourceRule.nothing());
                        rules.add(open);
                    }
                    if (open != null && part.detail() != Detail.RULE) {
                        SourceRule.say(open.said(), part.detail(), part.passage().text());
                    }
                }
            } else if (Blocks.hasWords(block)) {
                leave(block, Blocks.PLAIN_TEXT);
            }
        }
    }

    private Passage heading(Section section) {
        int from = lines.textStart(section.line());
        int to = lines.textEnd(section.line());
        String text = section.path().get(section.path().size() - 1);
        return new Passage(List.of(new Run(text, false, section.line(), from, to)), from, to);
    }

    /** Whether labelled texts right below the heading say more about it, each thing once. */
    private boolean describes(Section section) {
        List<Detail> said = new ArrayList<>();
        for (Node block : section.blocks()) {
            if (block instanceof Paragraph || block instanceof ListBlock list && isLabelled(list)) {
                labelled(block).forEach(part -> said.add(part.detail()));
            }
        }
        boolean once = said.stream().distinct().count() == said.size();
        return !section.path().isEmpty() && once && !said.contains(Detail.RULE)
                && said.stream().anyMatch(ABOUT_A_RULE::contains);
    }

    private boolean isLabelled(Node list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!isDetail(item)) {
                return false;
            }
        }
        return true;
    }

    /** The labelled parts of a paragraph, or of every item of a list. */
    private List<Labelled> labelled(Node block) {
        List<Labelled> parts = new ArrayList<>();
        if (block instanceof Paragraph) {
            List<Passage> before = new ArrayList<>();
            parts.addAll(labels.parts(Passage.of(block, lines), lines, before));
            before.forEach(text -> left.add(remark(text, Blocks.PLAIN_TEXT)));
        } else {
            for (Node item = block.getFirstChild(); item != null; item = item.getNext()) {
                parts.addAll(details(item, new ArrayList<>()));
            }
        }
        return parts;
    }

    /** Whether an item is nothing but a label and what follows it. */
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
                Labelled bare = parts.get(parts.size() - 1);
                for (Node below = child.getFirstChild(); below != null; below = below.getNext()) {
                    parts.addAll(texts(below).stream().map(passage -> new Labelled(bare.detail(), passage)).toList());
                }
            }
        }
        return parts;
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

    private void readList(Node list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            readItem(item);
        }
    }

    private void readItem(Node item) {
        List<Passage> text = new ArrayList<>();
        List<Labelled> parts = details(item, text);
        if (text.isEmpty() && !parts.isEmpty()) {
            // "Don't: ..." on its own is a rule as it stands; behind "Do:" stands one
            Passage rule = parts.get(0).detail() == Detail.RULE ? parts.get(0).passage() : Passage.joined(texts(item));
            take(item, rule, parts.subList(parts.get(0).detail() == Detail.RULE ? 1 : parts.size(), parts.size()));
        } else if (text.isEmpty()) {
            children(item, ListBlock.class).forEach(this::readList);
        } else if (isLink(item)) {
            left.add(remark(text.get(0), "A link, not a rule."));
        } else if (isLabel(item, text.get(0).text())) {
            left.add(remark(text.get(0), "A label; what stands under it is read."));
            children(item, ListBlock.class).forEach(this::readList);
        } else {
            take(item, text.get(0), parts);
            text.subList(1, text.size()).forEach(more -> left.add(remark(more, "Explains the item above.")));
        }
    }

    private void take(Node item, Passage rule, List<Labelled> parts) {
        Map<Detail, String> said = SourceRule.nothing();
        parts.forEach(part -> SourceRule.say(said, part.detail(), part.passage().text()));
        for (Node list : children(item, ListBlock.class)) {
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
        boolean rulesBelow = children(item, ListBlock.class).stream().anyMatch(list -> !isLabelled(list));
        boolean ended = !text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
        return text.endsWith(":") || text.endsWith("：")
                || rulesBelow && !ended && text.split(" ").length <= WORDS_OF_A_LABEL;
    }

    private static boolean isLink(Node item) {
        Node paragraph = item.getFirstChild();
        return paragraph instanceof Paragraph && paragraph.getFirstChild() instanceof Link
                && paragraph.getFirstChild() == paragraph.getLastChild();
    }

    private static List<Node> children(Node block, Class<? extends Node> type) {
        List<Node> children = new ArrayList<>();
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            if (type.isInstance(child)) {
                children.add(child);
            }
        }
        return children;
    }

    private void leave(Node block, String reason) {
        List<Leaf> leaves = new ArrayList<>();
        Outline.leavesOf(block, leaves);
        leaves.stream().filter(leaf -> Blocks.hasWords(leaf.node())).forEach(leaf -> left.add(
                new Remark(leaf.first(), PlainText.cut(Blocks.text(leaf.node(), outline)), reason)));
    }

    private Remark remark(Passage text, String reason) {
        return new Remark(lines.lineAt(text.from()), PlainText.cut(text.text()), reason);
    }
}
