package dev.buildlog.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.buildlog.curate.Redactor;
import dev.buildlog.learn.Arm;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Evidence;
import dev.buildlog.learn.Prior;
import dev.buildlog.legacy.LegacyData;
import dev.buildlog.legacy.LegacyKind;
import dev.buildlog.legacy.LegacyRecord;
import dev.buildlog.legacy.LegacyTime;
import dev.buildlog.model.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes over records of the Python tool, each once, in one transaction. Every record is kept as it was, and found by its old id;
 * what this ledger has a fact for becomes one: rewards (which move nothing, their arms did), mistakes, and arms as
 * prior evidence.
 */
public final class LegacyImport {

    private final Ledger ledger;
    private final Redactor redactor = new Redactor();

    public LegacyImport(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Stores {@code records}.
     *
     * @param projects id in this ledger by the id that records name; what belonged to all projects goes to each of them
     * @param aliases id in this ledger by old id
     * @return number of records that are new, by kind
     */
    public Map<String, Integer> store(Collection<LegacyRecord> records, Map<String, String> projects,
            Map<String, String> aliases) {
        return ledger.write(db -> {
            Map<String, Integer> added = new TreeMap<>();
            aliases.forEach((old, project) -> Projects.alias(db, old, project));
            for (LegacyRecord raw : records) {
                LegacyRecord record = new LegacyRecord(raw.project(), raw.kind(), raw.id(), (ObjectNode) redacted(raw.fields()),
                        raw.source());
                Collection<String> targets = record.project().isEmpty() ? projects.values().stream().distinct().toList()
                        : Optional.ofNullable(projects.get(record.project())).stream().toList();
                for (String project : targets) {
                    added.merge(record.kind().key(), keep(db, project, record) ? 1 : 0, Integer::sum);
                    convert(db, project, record);
                }
            }
            arms(db, records, projects);
            return added;
        });
    }

    /** A record of the Python tool by its old id, as JSON. */
    public List<String> find(String project, LegacyKind kind, String oldId) {
        return ledger.read(db -> db.queryForList("select json from imported where project_id = ? and kind = ? and old_id = ?",
                String.class, project, kind.key(), oldId));
    }

    /** All learnings that were ever taken over. */
    public List<LegacyRecord> learnings(String project) {
        return ledger.read(db -> db.query("select old_id, json, source from imported where project_id = ? and kind = ?"
                + " order by old_id", (row, n) -> new LegacyRecord(project, LegacyKind.LEARNING, row.getString(1),
                        (ObjectNode) LegacyData.parsed(row.getString(2)), row.getString(3)), project,
                LegacyKind.LEARNING.key()));
    }

    private static boolean keep(JdbcTemplate db, String project, LegacyRecord record) {
        String id = Sha256.of(String.join("\n", project, record.kind().key(), record.id())).substring(0, 32);
        boolean known = !db.queryForList("select 1 from imported where id = ?", Integer.class, id).isEmpty();
        String json = record.fields().toString();
        if (!known) {
            db.update("insert into imported (id, project_id, kind, old_id, json, source) values (?,?,?,?,?,?)", id, project,
                    record.kind().key(), record.id(), json, record.source());
        } else if (record.kind().isState()) {
            db.update("update imported set json = ? where id = ?", json, id);
        }
        return !known;
    }

    private static void convert(JdbcTemplate db, String project, LegacyRecord record) {
        switch (record.kind()) {
            case REWARD -> reward(db, project, record);
            case MISTAKE -> mistake(db, project, record);
            default -> { }
        }
    }

    /** It belongs to no review here, so it moves no arm: what it had moved came with the arms. */
    private static void reward(JdbcTemplate db, String project, LegacyRecord record) {
        String id = free(db, "reward", project, record.id());
        Double distance = record.fields().hasNonNull("revision_distance") ? record.number("revision_distance") : null;
        int stored = db.update("insert into reward (id, project_id, sequence, outcome, distance, value, review_id, context,"
                + " half_life, rewarded_at) values (?,?,0,?,?,?,'',?,0,?) on conflict do nothing", id, project,
                record.text("outcome"), distance, record.number("reward_value"), context(record.text("error_class")), at(record));
        if (stored == 1) {
            record.texts("rules_active").stream().distinct().forEach(rule -> db.update(
                    "insert into reward_rule (reward_id, rule_id) values (?,?)", id, rule));
        }
    }

    private static void mistake(JdbcTemplate db, String project, LegacyRecord record) {
        db.update("insert into mistake (id, project_id, class, severity, description, session, review_id, made_at)"
                + " values (?,?,?,?,?,?,'',?) on conflict do nothing", free(db, "mistake", project, record.id()), project,
                record.text("error_class"), record.text("severity"), record.text("description"), record.text("session_id"),
                at(record));
    }

    /** What several spellings of one context knew adds up. */
    private static void arms(JdbcTemplate db, Collection<LegacyRecord> records, Map<String, String> projects) {
        Map<String, SortedMap<Arm, Evidence>> arms = new TreeMap<>();
        records.stream().filter(record -> record.kind() == LegacyKind.ARM && projects.containsKey(record.project()))
                .forEach(record -> arms.computeIfAbsent(projects.get(record.project()), id -> new TreeMap<>())
                        .merge(new Arm(record.text("rule_id"), context(record.text("context"))), evidence(record),
                                Evidence::plus));
        arms.forEach((project, all) -> all.forEach((arm, evidence) -> db.update("insert into imported_arm (project_id, rule_id,"
                + " context, successes, failures) values (?,?,?,?,?) on conflict (project_id, rule_id, context) do update set"
                + " successes = excluded.successes, failures = excluded.failures", project, arm.rule(), arm.context(),
                evidence.successes(), evidence.failures())));
    }

    /** The boost of a seed was no evidence; the prior of its rule gives it again. */
    private static Evidence evidence(LegacyRecord arm) {
        boolean seed = arm.fields().path("is_seed").asBoolean(false);
        return new Evidence(Math.max(0, arm.number("alpha") - (seed ? Prior.seed(1).alpha() : 1)),
                Math.max(0, arm.number("beta") - 1), 0, 0);
    }

    /**
     * Has the learnings of an entry be found by the ids they had.
     *
     * @param ids old id by the line of the entry on which the learning stands
     */
    public void link(String project, String path, Map<Integer, String> ids) {
        ledger.write(db -> {
            db.query("select i.line, s.rule_id from insight i join statement s on s.id = i.statement_id join reading r on"
                    + " r.id = i.reading_id join entry e on e.id = r.entry_id where e.project_id = ? and e.path = ?"
                    + " order by i.line, s.rule_id", row -> {
                String old = ids.get(row.getInt(1));
                if (old != null) {
                    RuleAliases.add(db, project, old, row.getString(2));
                }
            }, project, path);
            return null;
        });
    }

    /** The old id, unless another project has it: ids were told apart within a project only. */
    private static String free(JdbcTemplate db, String table, String project, String id) {
        List<String> owner = db.queryForList("select project_id from " + table + " where id = ?", String.class, id);
        return owner.isEmpty() || owner.contains(project) ? id : id + "@" + project;
    }

    private static String context(String told) {
        return ContextKey.of(told.length() > ContextKey.LONGEST ? told.substring(0, ContextKey.LONGEST) : told);
    }

    private static long at(LegacyRecord record) {
        return EntryRecorder.micros(LegacyTime.parse(record.text("timestamp")));
    }

    private JsonNode redacted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode clean = object.objectNode();
            object.properties().forEach(field -> clean.set(field.getKey(), redacted(field.getValue())));
            return clean;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = array.arrayNode();
            array.forEach(item -> clean.add(redacted(item)));
            return clean;
        }
        return node.isTextual() ? TextNode.valueOf(redactor.redact(node.asText())) : node;
    }
}
