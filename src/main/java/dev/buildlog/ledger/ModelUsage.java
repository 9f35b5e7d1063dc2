package dev.buildlog.ledger;

import dev.buildlog.consult.Meter;
import dev.buildlog.consult.Usage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What questions to language models used, by day, project, task and model. */
public final class ModelUsage implements Meter {

    private final Ledger ledger;

    public ModelUsage(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What was used on a day.
     *
     * @param project name of the project; its id where the name is not known, empty for none
     */
    public record Line(LocalDate day, String project, Usage usage) {}

    @Override
    public void count(LocalDate day, Usage usage) {
        ledger.write(db -> db.update("insert into model_usage (day, project_id, task, model, asked, remembered, input, output,"
                + " cached, written, nanos) values (?,?,?,?,?,?,?,?,?,?,?) on conflict (day, project_id, task, model) do update"
                + " set asked = model_usage.asked + excluded.asked, remembered = model_usage.remembered + excluded.remembered,"
                + " input = model_usage.input + excluded.input, output = model_usage.output + excluded.output,"
                + " cached = model_usage.cached + excluded.cached, written = model_usage.written + excluded.written,"
                + " nanos = model_usage.nanos + excluded.nanos",
                day.toString(), usage.project(), usage.task(), usage.model(), usage.asked(), usage.remembered(), usage.input(),
                usage.output(), usage.cached(), usage.written(), usage.nanos()));
    }

    @Override
    public Total between(LocalDate first, LocalDate last) {
        return Objects.requireNonNull(ledger.read(db -> db.queryForObject(
                "select coalesce(sum(input + output + cached + written), 0), coalesce(sum(nanos), 0) from model_usage"
                + " where day between ? and ?", (row, n) -> new Total(row.getLong(1), row.getLong(2)), first.toString(),
                last.toString())));
    }

    /** Every day from {@code since} on, the latest first. */
    public List<Line> lines(LocalDate since) {
        return ledger.read(db -> db.query("select u.day, coalesce(p.name, u.project_id), u.project_id, u.task, u.model, u.asked,"
                + " u.remembered, u.input, u.output, u.cached, u.written, u.nanos from model_usage u"
                + " left join project p on p.id = u.project_id where u.day >= ? order by u.day desc, 2, u.task, u.model",
                (row, n) -> new Line(LocalDate.parse(row.getString(1)), row.getString(2), new Usage(row.getString(3),
                        row.getString(4), row.getString(5), "", row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9),
                        row.getLong(10), row.getLong(11), row.getLong(12))), since.toString()));
    }
}
