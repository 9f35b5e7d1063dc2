package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.node.Node;

/** Takes the cells of a table's learning column as insights, with the category that another column names. */
final class TableReader {

    /** Headings of a learning column. */
    static final String COLUMNS =
            "Learning,Learnings,Lesson,Lessons,Lesson learned,Lessons learned,Insight,Insights,Improvement,"
                    + "Improvements,Takeaway,Takeaways,Rule,What we learned,What I learned";

    private static final int WORDS_OF_A_LEARNING = 4;
    private static final Names CATEGORY = Names.of("Category,Area,Kind,Type");

    private final Outline outline;
    private final Findings findings;
    private final Names columns;
    private final Section section;

    TableReader(Outline outline, Findings findings, Names columns, Section section) {
        this.outline = outline;
        this.findings = findings;
        this.columns = columns;
        this.section = section;
    }

    /** Whether a column of the table is headed as one that holds learnings. */
    boolean hasLearnings(TableBlock table) {
        return columns.indexIn(header(table)) >= 0;
    }

    private List<String> header(TableBlock table) {
        List<String> header = new ArrayList<>();
        children(table.getFirstChild().getFirstChild()).forEach(cell -> header.add(outline.textOf(cell)));
        return header;
    }

    void read(TableBlock table, String category) {
        List<String> header = header(table);
        int named = CATEGORY.indexIn(header);
        int learning = columns.indexIn(header);
        if (learning < 0 && named >= 0) {
            learning = wordiest(table, named);
        }
        if (learning < 0) {
            findings.missAll(table, "A table without a column called Learning, Lesson, Insight or the like.");
            return;
        }
        if (table.getLastChild() == table.getFirstChild()) {
            findings.leaveAll(table, "A table without rows.");
        }
        for (Node row : rows(table)) {
            read(row, learning, named, category);
        }
    }

    private void read(Node row, int learning, int named, String category) {
        List<Node> cells = children(row);
        String key = named < 0 || named >= cells.size() ? "" : CategoryNames.ofHeading(outline.textOf(cells.get(named)));
        if (learning >= cells.size() || cells.get(learning).getSourceSpans().isEmpty()) {
            findings.leave(Inlines.firstLine(row), "", "A row without a learning.");
        } else {
            findings.take(Passage.of(cells.get(learning), outline.lines()), key.isEmpty() ? category : key, section);
        }
    }

    /** Beside a column that names a category in every row, the column with most text; -1 where none has sentences. */
    private int wordiest(TableBlock table, int named) {
        List<Integer> words = new ArrayList<>();
        int rows = 0;
        for (Node row : rows(table)) {
            List<Node> cells = children(row);
            if (named >= cells.size() || CategoryNames.ofHeading(outline.textOf(cells.get(named))).isEmpty()) {
                return -1;
            }
            rows++;
            for (int i = 0; i < cells.size(); i++) {
                int count = outline.textOf(cells.get(i)).split(" ").length;
                if (i == words.size()) {
                    words.add(0);
                }
                words.set(i, words.get(i) + count);
            }
        }
        int most = -1;
        for (int i = 0; i < words.size(); i++) {
            most = i != named && words.get(i) >= rows * WORDS_OF_A_LEARNING && (most < 0 || words.get(i) > words.get(most))
                    ? i : most;
        }
        return most;
    }

    private static List<Node> rows(TableBlock table) {
        List<Node> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableBody) {
                rows.addAll(children(part));
            }
        }
        return rows;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
