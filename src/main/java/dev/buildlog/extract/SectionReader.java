package dev.buildlog.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Reads a section of learnings: takes its lists and tables, else its paragraphs, and gives a reason for all it leaves. */
final class SectionReader {

    /** Sub-headings whose items are plans or records. */
    static final String SKIP =
            "What's Left,Next,Next Steps,To do,TODO,Open questions,Files Changed,Commits,Action Items,Follow-ups";

    private static final int WORDS_OF_A_LEARNING = 3;

    /** Headings of a template under which others tell of what was made. */
    private static final Names RECORDS = Names.of("What We Built,Components,Architecture,Code Samples,Test Results");

    /** Longest paragraph that is one learning, in characters. */
    private static final int LONGEST_PROSE = 500;

    private final Outline outline;
    private final Findings findings;
    private final Labels labels;
    private final Form form;

    /**
     * What a section of learnings looks like.
     *
     * @param skip headings whose items are not learnings
     * @param columns headings of table columns that hold learnings
     * @param prose whether paragraphs are learnings where there is neither list nor table
     * @param unless what a heading or an introduction says of items that are not learnings; null for none
     * @param category category where no heading names one
     */
    record Form(Names skip, Names columns, boolean prose, @Nullable Pattern unless, String category) {}

    SectionReader(Outline outline, Findings findings, Labels labels, Form form) {
        this.outline = outline;
        this.findings = findings;
        this.labels = labels;
        this.form = form;
    }

    /**
     * Reads one section.
     *
     * @param learning position in its path of the heading that makes it one
     * @param divided whether other sections lie within it
     */
    void read(Section section, int learning, boolean divided) {
        List<String> below = section.path().subList(learning, section.path().size());
        String named = CategoryNames.ofHeadings(below);
        String category = named.isEmpty() ? form.category() : named;
        String left = reasonToLeave(section.path(), learning);
        List<Node> blocks = section.blocks();
        boolean listed = blocks.stream().anyMatch(SectionReader::isRead);
        for (int i = 0; i < blocks.size(); i++) {
            Node block = blocks.get(i);
            String here = left.isEmpty() && i > 0 ? reasonToLeave(block, blocks.get(i - 1)) : left;
            if (!here.isEmpty()) {
                findings.leaveAll(block, here);
            } else if (block instanceof ListBlock list) {
                new ListReader(outline, findings, labels, section).read(list, category);
            } else if (block instanceof TableBlock table) {
                new TableReader(outline, findings, form.columns(), section).read(table, category);
            } else if (block instanceof Paragraph) {
                boolean introduces = i + 1 < blocks.size() && isRead(blocks.get(i + 1)) || divided && !listed;
                readParagraph(block, section, category, listed, introduces);
            } else if (block instanceof BlockQuote) {
                findings.missAll(block, "Quoted text is not read.");
            } else {
                findings.missAll(block, Blocks.PLAIN_TEXT);
            }
        }
    }

    private void readParagraph(Node paragraph, Section section, String category, boolean listed, boolean introduces) {
        Passage passage = Passage.of(paragraph, outline.lines());
        String text = passage.text();
        int line = outline.lines().lineAt(passage.from());
        String placeholder = Placeholder.reason(text);
        if (paragraph.getFirstChild() instanceof Emphasis && paragraph.getFirstChild() == paragraph.getLastChild()) {
            findings.leave(line, text, "An aside in italics, not a learning.");
        } else if (!placeholder.isEmpty()) {
            findings.leave(line, text, placeholder);
        } else if (labels.announces(passage)) {
            findings.miss(line, text, Blocks.PLAIN_TEXT);
        } else if (introduces) {
            findings.leave(line, text, isExcepted(text) ? exception(text) : Blocks.INTRODUCTION);
        } else if (listed && passage.lead() == null || !form.prose() || ListReader.words(text) < WORDS_OF_A_LEARNING) {
            findings.miss(line, text, Blocks.PLAIN_TEXT);
        } else if (text.length() > LONGEST_PROSE) {
            findings.miss(line, text, "A paragraph longer than " + LONGEST_PROSE + " characters; write it as a list.");
        } else {
            new ListReader(outline, findings, labels, section).readParagraph(passage, category);
        }
    }

    private static boolean isRead(Node block) {
        return block instanceof ListBlock || block instanceof TableBlock;
    }

    private String reasonToLeave(List<String> path, int learning) {
        for (int i = 0; i < path.size(); i++) {
            boolean title = i == 0 && outline.isTitle(path.get(0));
            if (!title && (form.skip().has(path.get(i)) || i < learning && RECORDS.has(path.get(i)))) {
                return "Stands under \"" + path.get(i) + "\", which holds no learnings.";
            }
        }
        return path.subList(learning, path.size()).stream().filter(this::isExcepted).findFirst()
                .map(SectionReader::exception).orElse("");
    }

    private String reasonToLeave(Node block, Node before) {
        boolean introduced = isRead(block) && before instanceof Paragraph && isExcepted(outline.textOf(before));
        return introduced ? exception(outline.textOf(before)) : "";
    }

    private boolean isExcepted(String text) {
        return form.unless() != null && form.unless().matcher(text).find();
    }

    private static String exception(String text) {
        return "Stands under \"" + PlainText.cut(text) + "\", so nothing was done about it.";
    }
}
