package dev.buildlog.extract;

import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table with a column of rules; its other columns say more about them. */
final class SourceTable {

    private SourceTable() {}

    static void read(TableBlock table, Outline outline, DetailLabels labels, List<SourceRule> rules, List<Remark> left) {
        List<@Nullable Detail> columns = new ArrayList<>();
        cells(table.getFirstChild().getFirstChild()).forEach(cell -> columns.add(labels.named(outline.textOf(cell))));
        int rule = columns.indexOf(Detail.RULE);
        if (rule < 0) {
            left.add(new Remark(Inlines.firstLine(table), "", "A table without a column called Rule, Guideline or the like."));
            return;
        }
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); part instanceof TableBody && row != null; row = row.getNext()) {
                List<Node> cells = cells(row);
                if (rule < cells.size() && !outline.textOf(cells.get(rule)).isEmpty()) {
                    rules.add(new SourceRule(Passage.of(cells.get(rule), outline.lines()), Inlines.firstLine(row),
                            Inlines.lastLine(row), said(cells, columns, outline)));
                } else {
                    left.add(new Remark(Inlines.firstLine(row), "", "A row without a rule."));
                }
            }
        }
    }

    private static Map<Detail, String> said(List<Node> cells, List<@Nullable Detail> columns, Outline outline) {
        Map<Detail, String> said = SourceRule.nothing();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Detail detail = columns.get(i);
            if (detail != null && detail != Detail.RULE) {
                SourceRule.say(said, detail, outline.textOf(cells.get(i)));
            }
        }
        return said;
    }

    private static List<Node> cells(Node row) {
        List<Node> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(cell);
        }
        return cells;
    }
}
