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

    void read(TableBlock table, String category) {
        List<String> header = new ArrayList<>();
        cells(table.getFirstChild().getFirstChild()).forEach(cell -> header.add(outline.textOf(cell)));
        int learning = columns.indexIn(header);
        int named = CATEGORY.indexIn(header);
        if (learning < 0) {
            findings.leaveAll(table, "A table without a column called Learning, Lesson, Insight or the like.");
            return;
        }
        if (table.getLastChild() == table.getFirstChild()) {
            findings.leaveAll(table, "A table without rows.");
        }
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); part instanceof TableBody && row != null; row = row.getNext()) {
                read(row, learning, named, category);
            }
        }
    }

    private void read(Node row, int learning, int named, String category) {
        List<Node> cells = cells(row);
        String key = named < 0 || named >= cells.size() ? "" : CategoryNames.key(outline.textOf(cells.get(named)));
        if (learning >= cells.size() || cells.get(learning).getSourceSpans().isEmpty()) {
            findings.leave(Inlines.firstLine(row), "", "A row without a learning.");
        } else {
            findings.take(Passage.of(cells.get(learning), outline.lines()), key.isEmpty() ? category : key, section);
        }
    }

    private static List<Node> cells(Node row) {
        List<Node> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(cell);
        }
        return cells;
    }
}
