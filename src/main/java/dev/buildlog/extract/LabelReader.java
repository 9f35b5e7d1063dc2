package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Takes what stands behind the labels of a section: the rest of the paragraph, else the paragraph or list after it; and what
 * sentences and tables call a lesson.
 */
final class LabelReader {

    private static final List<Class<? extends Node>> HOLDERS =
            List.of(BlockQuote.class, ListBlock.class, ListItem.class);

    private final Outline outline;
    private final Findings findings;
    private final Labels labels;
    private final Phrases.Search told;
    private final Section section;
    private final String category;

    LabelReader(Outline outline, Findings findings, Labels labels, Phrases.Search told, Section section, String category) {
        this.outline = outline;
        this.findings = findings;
        this.labels = labels;
        this.told = told;
        this.section = section;
        this.category = category;
    }

    /** Reads neighbouring blocks; looks into lists, quotes and tables only where {@code intoLists}, and never into tasks. */
    void read(List<Node> blocks, boolean intoLists) {
        for (int i = 0; i < blocks.size(); i++) {
            Node block = blocks.get(i);
            if (block instanceof Paragraph) {
                Node next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
                if (readParagraph(block, next, intoLists)) {
                    i++;
                }
            } else if (intoLists && block instanceof TableBlock table) {
                TableReader reader = new TableReader(outline, findings, labels.names(), section);
                if (reader.hasLearnings(table)) {
                    reader.read(table, category);
                }
            } else if (intoLists && !(block.getFirstChild() instanceof TaskListItemMarker)
                    && HOLDERS.stream().anyMatch(holder -> holder.isInstance(block))) {
                read(children(block), true);
            }
        }
    }

    /** Whether the block after the paragraph was read with it. */
    private boolean readParagraph(Node paragraph, Node next, boolean intoLists) {
        Passage whole = Passage.of(paragraph, outline.lines());
        List<Passage> passages = labels.passages(whole, outline.lines());
        if (passages.isEmpty()) {
            told.read(whole, category, section);
        }
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
        findings.miss(Inlines.lastLine(label), outline.textOf(label), "A label with no lesson after it.");
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
