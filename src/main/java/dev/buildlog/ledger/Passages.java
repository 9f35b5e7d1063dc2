package dev.buildlog.ledger;

import dev.buildlog.model.Rule;
import java.util.List;

/** Where the wordings of rules stand in the entries. */
public final class Passages {

    private final Ledger ledger;

    public Passages(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A place where an entry says what a rule says.
     *
     * @param path of the entry below the root of its repository
     * @param line from 1
     * @param quote the source as it stands there
     */
    public record Passage(String path, int line, String quote) {}

    /** All places of a live rule, in the order of the entries' dates; each once, however many checkouts hold it. */
    public List<Passage> of(Rule rule) {
        return ledger.read(db -> db.query("select distinct r.date, e.path, i.line, i.quote from statement l"
                + " join statement m on m.leader_id = l.id join insight i on i.statement_id = m.id"
                + " join holding h on h.reading_id = i.reading_id join reading r on r.id = h.reading_id"
                + " join entry e on e.id = h.entry_id where l.leader_id = l.id and l.project_id = ? and l.rule_id = ?"
                + " and l.category = ? order by r.date, e.path, i.line, i.quote", (row, n) -> new Passage(row.getString(2),
                        row.getInt(3), row.getString(4)), rule.project(), rule.id(), rule.category()));
    }
}
