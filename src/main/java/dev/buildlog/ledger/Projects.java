package dev.buildlog.ledger;

import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The projects of this home and the checkouts that are known of them. */
public final class Projects {

    private final Ledger ledger;
    private final Clock clock;

    public Projects(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Makes {@code project} known; its name and remote are brought up to date. */
    public void register(Project project) {
        ledger.write(db -> db.update("insert into project (id, name, remote, created_at) values (?,?,?,?)"
                + " on conflict (id) do update set name = excluded.name, remote = excluded.remote",
                project.id(), project.name(), project.remote(), clock.instant().toString()));
    }

    /** All projects by name. */
    public List<Project> all() {
        return select("order by name, id");
    }

    public Optional<Project> find(String id) {
        return select("where id = ?", id).stream().findFirst();
    }

    /** The projects that a person may mean: the one of this id, else those of this name. */
    public List<Project> named(String idOrName) {
        List<Project> meant = find(idOrName).stream().toList();
        return meant.isEmpty() ? select("where name = ? order by id", idOrName) : meant;
    }

    /** The projects whose remote is {@code remote}, as {@code host/owner/name} in any case. */
    public List<Project> ofRemote(String remote) {
        return select("where lower(remote) = ? order by id", remote.toLowerCase(Locale.ROOT));
    }

    private List<Project> select(String which, Object... values) {
        return ledger.read(db -> db.query("select id, name, remote from project " + which,
                (row, n) -> new Project(row.getString(1), row.getString(2), row.getString(3)), values));
    }

    /** The holders that hold anything of {@code project} now, submissions included. */
    public List<Holder> holders(String project) {
        return ledger.read(db -> db.query("select root, branch from holder o where project_id = ? and exists"
                + " (select 1 from holding h where h.holder_id = o.id and h.reading_id is not null) order by root, branch",
                (row, n) -> new Holder(row.getString(1), row.getString(2)), project));
    }
}
