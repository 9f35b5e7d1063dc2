package dev.buildlog.ledger;

import dev.buildlog.model.EntrySummary;
import dev.buildlog.model.SourcedInsight;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about live entries and the insights in them. */
public final class Journal {

    private final Ledger ledger;

    public Journal(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The insights of live entries by entry and line; what two branches both say of an entry counts once.
     *
     * @param since only entries of this day and later; null for all
     */
    public List<SourcedInsight> insights(String project, @Nullable LocalDate since) {
        return ledger.remembered("insights " + project + since, db -> db.query(
                "select category, text, path, date, title, line from (select s.category, i.text, e.path,"
                + " r.date, r.title, i.line, row_number() over (partition by e.id, s.id order by i.line, i.text, r.id) as place"
                + " from holding h join entry e on e.id = h.entry_id join reading r on r.id = h.reading_id"
                + " join insight i on i.reading_id = r.id join statement s on s.id = i.statement_id"
                + " where e.project_id = ? and r.date >= ?) t where place = 1 order by path, line, text",
                (row, n) -> new SourcedInsight(row.getString(1), row.getString(2), row.getString(3),
                        LocalDate.parse(row.getString(4)), row.getString(5), row.getInt(6)),
                project, since == null ? "" : since.toString()));
    }

    /** The live entries by path, with the number of insights in each. */
    public List<EntrySummary> entries(String project, @Nullable LocalDate since) {
        return ledger.remembered("entries " + project + since, db -> entries(db, project, since));
    }

    private List<EntrySummary> entries(JdbcTemplate db, String project, @Nullable LocalDate since) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (SourcedInsight insight : insights(project, since)) {
            counts.computeIfAbsent(insight.source(), path -> new HashMap<>()).merge(insight.category(), 1, Integer::sum);
        }
        Map<String, EntrySummary> entries = new LinkedHashMap<>();
        db.query("select e.path, r.date, r.title from holding h join entry e on e.id = h.entry_id"
                + " join reading r on r.id = h.reading_id where e.project_id = ? and r.date >= ? order by e.path, r.title", row -> {
            entries.put(row.getString(1), new EntrySummary(row.getString(1), LocalDate.parse(row.getString(2)), row.getString(3),
                    counts.getOrDefault(row.getString(1), Map.of())));
        }, project, since == null ? "" : since.toString());
        return List.copyOf(entries.values());
    }
}
