package dev.buildlog.ledger;

import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The projects of this home, whatever ids they had, and the checkouts that are known of them. */
public final class Projects {

    private static final String SELECT = "select id, case label when '' then name else label end, remote from project";

    private final Ledger ledger;
    private final Clock clock;

    public Projects(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Makes {@code project} known; its name and remote are brought up to date. */
    public void register(Project project) {
        ledger.write(db -> register(db, project));
    }

    private int register(JdbcTemplate db, Project project) {
        return db.update("insert into project (id, name, remote, created_at) values (?,?,?,?)"
                + " on conflict (id) do update set name = excluded.name, remote = excluded.remote",
                project.id(), project.name(), project.remote(), clock.instant().toString());
    }

    /**
     * Makes the project of a checkout known, as the one it was before where its remote has changed or its folder has moved.
     *
     * @param root real path of the checkout
     * @param mark what tells this clone from every other one, wherever it lies; empty if nothing does
     * @param former ids that another tool would have given it
     * @return the project under the id it has here
     */
    public Project admit(Project project, String root, String mark, Collection<String> former) {
        return ledger.write(db -> {
            String id = canonical(db, project.id());
            if (!exists(db, id)) {
                Optional<String> known = sameClone(db, root, mark).or(() -> former.stream()
                        .map(old -> canonical(db, old)).filter(old -> exists(db, old)).findFirst());
                if (known.isPresent()) {
                    alias(db, project.id(), known.get());
                    id = known.get();
                }
            }
            register(db, new Project(id, project.name(), project.remote()));
            db.update("insert into checkout (root, project_id, mark) values (?,?,?) on conflict (root) do update set"
                    + " project_id = excluded.project_id, mark = excluded.mark", root, id, mark);
            return new Project(id, project.name(), project.remote());
        });
    }

    /** The project of this clone when it was seen last: here, or where it is no more. */
    private static Optional<String> sameClone(JdbcTemplate db, String root, String mark) {
        record Seen(String root, String project) {}

        List<Seen> seen = db.query("select root, project_id from checkout where mark = ? and mark <> '' order by root",
                (row, n) -> new Seen(row.getString(1), row.getString(2)), mark);
        return seen.stream().filter(one -> one.root.equals(root) || !Files.exists(Path.of(one.root))).map(Seen::project)
                .findFirst();
    }

    /** The id under which the project called {@code id} is known; {@code id} itself where it is no other name. */
    public String canonical(String id) {
        return ledger.read(db -> canonical(db, id));
    }

    static String canonical(JdbcTemplate db, String id) {
        return db.queryForList("select project_id from project_alias where alias = ?", String.class, id).stream().findFirst()
                .orElse(id);
    }

    private static boolean exists(JdbcTemplate db, String id) {
        return !db.queryForList("select 1 from project where id = ?", Integer.class, id).isEmpty();
    }

    /** Makes {@code alias} another id of {@code project}. */
    static void alias(JdbcTemplate db, String alias, String project) {
        if (!alias.equals(project)) {
            db.update("insert into project_alias (alias, project_id) values (?,?) on conflict do nothing", alias, project);
        }
    }

    /** All other ids of {@code project}. */
    public List<String> aliases(String project) {
        return ledger.read(db -> db.queryForList("select alias from project_alias where project_id = ? order by alias",
                String.class, project));
    }

    /** All projects by name. */
    public List<Project> all() {
        return ledger.read(db -> db.query(SELECT + " order by 2, 1",
                (row, n) -> new Project(row.getString(1), row.getString(2), row.getString(3))));
    }

    /** @param id any id the project ever had */
    public Optional<Project> find(String id) {
        return ledger.read(db -> db.query(SELECT + " where id = ?",
                (row, n) -> new Project(row.getString(1), row.getString(2), row.getString(3)), canonical(db, id)))
                .stream().findFirst();
    }

    /** The projects that a person may mean: the one of this id, else those of this name. */
    public List<Project> named(String idOrName) {
        List<Project> meant = find(idOrName).stream().toList();
        return meant.isEmpty() ? all().stream().filter(project -> project.name().equals(idOrName)).toList() : meant;
    }

    /** The projects whose remote is {@code remote}, as {@code host/owner/name} in any case. */
    public List<Project> ofRemote(String remote) {
        return all().stream().filter(project -> project.remote().equalsIgnoreCase(remote)).toList();
    }

    /** Gives a project another name to be shown; empty for that of its remote. */
    public void rename(String project, String name) {
        ledger.write(db -> db.update("update project set label = ? where id = ?", name, project));
    }

    /** The holders that hold anything of {@code project} now, submissions included. */
    public List<Holder> holders(String project) {
        return ledger.read(db -> db.query("select root, branch from holder o where project_id = ? and exists"
                + " (select 1 from holding h where h.holder_id = o.id and h.reading_id is not null) order by root, branch",
                (row, n) -> new Holder(row.getString(1), row.getString(2)), project));
    }
}
