package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Takes what stands behind the labels of a section: the rest of the paragraph, else the paragraph or list after it. */
final class LabelReader {

    private static final List<Class<? extends Node>> HOLDERS =
            List.of(BlockQuote.class, ListBlock.class, ListItem.class);

    private final Outline outline;
    private final Findings findings;
    private final Labels labels;
    private final Section section;
    private final String category;

    /** {@code heading} is the position in the section's path from which on a category may be named; -1 for nowhere. */
    LabelReader(Outline outline, Findings findings, Labels labels, Section section, int heading) {
        this.outline = outline;
        this.findings = findings;
        this.labels = labels;
        this.section = section;
        category = heading < 0 ? "" : CategoryNames.innermost(section.path().subList(heading, section.path().size()));
    }

    /** Reads neighbouring blocks; looks into lists and quotes only where {@code intoLists}. */
    void read(List<Node> blocks, boolean intoLists) {
        for (int i = 0; i < blocks.size(); i++) {
            Node block = blocks.get(i);
            if (block instanceof Paragraph) {
                Node next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
                if (readParagraph(block, next, intoLists)) {
                    i++;
                }
            } else if (intoLists && HOLDERS.stream().anyMatch(holder -> holder.isInstance(block))) {
                read(children(block), true);
            }
        }
    }

    /** Whether the block after the paragraph was read with it. */
    private boolean readParagraph(Node paragraph, Node next, boolean intoLists) {
        List<Passage> passages = labels.passages(Passage.of(paragraph, outline.lines()), outline.lines());
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (!passage.text().isEmpty()) {
                findings.take(passage, category, section);
            } else if (i == passages.size() - 1) {
                return readNext(paragraph, next, intoLists);
            }
        }
        return false;
    }

    private boolean readNext(Node label, Node next, boolean intoLists) {
        if (next instanceof Paragraph) {
            Passage text = Passage.of(next, outline.lines());
            if (text.lead() == null) {
                findings.take(text, category, section);
                return true;
            }
        } else if (next instanceof ListBlock list) {
            if (intoLists) {
                new ListReader(outline, findings, labels, section).read(list, category);
            }
            return true;
        }
        findings.leave(Inlines.lastLine(label), outline.textOf(label), "A label with no lesson after it.");
        return false;
    }

    private static List<Node> children(Node block) {
        List<Node> children = new ArrayList<>();
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
