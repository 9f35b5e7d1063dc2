package dev.buildlog.ledger;

import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import java.time.Clock;
import java.util.List;
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
        return ledger.read(db -> db.query("select id, name, remote from project order by name, id",
                (row, n) -> new Project(row.getString(1), row.getString(2), row.getString(3))));
    }

    public Optional<Project> find(String id) {
        return all().stream().filter(project -> project.id().equals(id)).findFirst();
    }

    /** The holders that hold anything of {@code project} now, submissions included. */
    public List<Holder> holders(String project) {
        return ledger.read(db -> db.query("select root, branch from holder o where project_id = ? and exists"
                + " (select 1 from holding h where h.holder_id = o.id and h.reading_id is not null) order by root, branch",
                (row, n) -> new Holder(row.getString(1), row.getString(2)), project));
    }
}
