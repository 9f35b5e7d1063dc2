package dev.buildlog.extract;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Reads a section of learnings: takes its lists and tables, and gives a reason for all it leaves. */
final class SectionReader {

    /** Sub-headings whose items are plans or records. */
    static final String SKIP = "What's Left,Next,Next Steps,To do,TODO,Open questions,Files Changed,Commits";

    private final Outline outline;
    private final Findings findings;
    private final Labels labels;
    private final Names skip;
    private final Names columns;

    SectionReader(Outline outline, Findings findings, Labels labels, Names skip, Names columns) {
        this.outline = outline;
        this.findings = findings;
        this.labels = labels;
        this.skip = skip;
        this.columns = columns;
    }

    /** Reads one section; {@code learning} is the position in its path of the heading that makes it one. */
    void read(Section section, int learning) {
        List<String> below = section.path().subList(learning, section.path().size());
        int skipped = skip.indexIn(below);
        String category = CategoryNames.innermost(below);
        for (Node block : section.blocks()) {
            if (skipped >= 0) {
                findings.leaveAll(block, "Stands under \"" + below.get(skipped) + "\", which holds no learnings.");
            } else if (block instanceof ListBlock list) {
                new ListReader(outline, findings, labels, section).read(list, category);
            } else if (block instanceof TableBlock table) {
                new TableReader(outline, findings, columns, section).read(table, category);
            } else {
                findings.leaveAll(block, reason(block));
            }
        }
    }

    private String reason(Node block) {
        if (block instanceof BlockQuote) {
            return "Quoted text is not read.";
        }
        if (block instanceof Paragraph && block.getFirstChild() instanceof Emphasis
                && block.getFirstChild() == block.getLastChild()) {
            return "An aside in italics, not a learning.";
        }
        String placeholder = block instanceof Paragraph ? Placeholder.reason(outline.textOf(block)) : "";
        return placeholder.isEmpty() ? Blocks.PLAIN_TEXT : placeholder;
    }
}
