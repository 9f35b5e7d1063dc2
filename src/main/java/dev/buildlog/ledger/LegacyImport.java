package dev.buildlog.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.buildlog.curate.Forgotten;
import dev.buildlog.curate.Redactor;
import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Evidence;
import dev.buildlog.learn.Prior;
import dev.buildlog.legacy.LegacyData;
import dev.buildlog.legacy.LegacyKind;
import dev.buildlog.legacy.LegacyRecord;
import dev.buildlog.model.Sha256;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes over records of the Python tool, each once, in one transaction. Every record is kept as it was, and found by its old id;
 * what this ledger has a fact for becomes one ({@link LegacyFacts}), and arms become prior evidence. Decisions, learnings and the
 * rules of personas speak of rules and are sent on by whoever migrates.
 */
public final class LegacyImport {

    /** Sessions before what was told in them, snapshots as they followed each other. */
    private static final Comparator<LegacyRecord> ORDER = Comparator.comparing(LegacyRecord::kind).thenComparingLong(record ->
            record.kind() == LegacyKind.SNAPSHOT ? LegacyFacts.snapshotAt(record) : 0);

    private final Ledger ledger;
    private final Redactor redactor = new Redactor();

    public LegacyImport(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Stores {@code records}.
     *
     * @param projects id in this ledger by the id that records name; what belonged to all projects goes to each of them
     * @param worktrees root of a checkout by id in this ledger, as far as one is known
     * @param aliases id in this ledger by old id
     * @param progress told how much is done, in percent
     * @return number of records that are new, by kind
     */
    public Map<String, Integer> store(Collection<LegacyRecord> records, Map<String, String> projects,
            Map<String, String> worktrees, Map<String, String> aliases, IntConsumer progress) {
        return ledger.write(db -> {
            Map<String, Integer> added = new TreeMap<>();
            aliases.forEach((old, project) -> Projects.alias(db, old, project));
            Forgotten forgotten = Tombstones.of(db);
            List<LegacyRecord> clean = records.stream().map(raw -> new LegacyRecord(raw.project(), raw.kind(), raw.id(),
                    (ObjectNode) clean(forgotten, raw.fields()), raw.source())).sorted(ORDER).toList();
            Map<String, LegacyFacts> facts = new TreeMap<>();
            projects.values().forEach(project -> facts.put(project, new LegacyFacts(db, project,
                    worktrees.getOrDefault(project, ""), seeds(records))));
            Share share = new Share(clean.size(), 100, progress);
            for (LegacyRecord record : clean) {
                Collection<String> targets = record.project().isEmpty() ? facts.keySet()
                        : Optional.ofNullable(projects.get(record.project())).stream().toList();
                for (String project : targets) {
                    added.merge(record.kind().key(), keep(db, project, record) ? 1 : 0, Integer::sum);
                    Objects.requireNonNull(facts.get(project)).store(record);
                }
                share.one();
            }
            arms(db, records, projects);
            return added;
        });
    }

    private static Set<String> seeds(Collection<LegacyRecord> records) {
        return records.stream().filter(record -> record.kind() == LegacyKind.ARM && record.fields().path("is_seed").asBoolean())
                .map(record -> record.text("rule_id")).collect(Collectors.toSet());
    }

    /** A record of the Python tool by its old id. */
    public Optional<LegacyRecord> record(String project, LegacyKind kind, String oldId) {
        return all(project, kind).stream().filter(record -> record.id().equals(oldId)).findFirst();
    }

    /** All records of a kind that were ever taken over, by their old ids. */
    public List<LegacyRecord> all(String project, LegacyKind kind) {
        return ledger.read(db -> db.query("select old_id, json, source from imported where project_id = ? and kind = ?"
                + " order by old_id", (row, n) -> new LegacyRecord(project, kind, row.getString(1),
                        (ObjectNode) LegacyData.parsed(row.getString(2)), row.getString(3)), project, kind.key()));
    }

    /** The id of the decision that a record of one becomes: the same again when it is taken over again. */
    public static String decisionId(String project, LegacyRecord decision) {
        return LegacyFacts.MARK + Sha256.of(String.join("\n", project, decision.id(), decision.text("decision"),
                decision.text("decided_at"))).substring(0, 16);
    }

    /** Whether the decision of this id is recorded. */
    public boolean isDecided(String id) {
        return ledger.read(db -> !db.queryForList("select 1 from decision where id = ?", Integer.class, id).isEmpty());
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

    /** What several spellings of one context knew adds up. */
    private static void arms(JdbcTemplate db, Collection<LegacyRecord> records, Map<String, String> projects) {
        Map<String, SortedMap<Arm, Evidence>> arms = new TreeMap<>();
        records.stream().filter(record -> record.kind() == LegacyKind.ARM && projects.containsKey(record.project()))
                .forEach(record -> arms.computeIfAbsent(record.project(), id -> new TreeMap<>())
                        .merge(new Arm(record.text("rule_id"), LegacyFacts.context(record.text("context"))), evidence(record),
                                Evidence::plus));
        arms.forEach((origin, all) -> all.forEach((arm, evidence) -> db.update("insert into imported_arm (project_id, origin,"
                + " rule_id, context, successes, failures) values (?,?,?,?,?,?) on conflict (project_id, origin, rule_id, context)"
                + " do update set successes = excluded.successes, failures = excluded.failures", projects.get(origin), origin,
                arm.rule(), arm.context(), evidence.successes(), evidence.failures())));
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

    /** Without secrets, and without what was forgotten. */
    private JsonNode clean(Forgotten forgotten, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode clean = object.objectNode();
            object.properties().forEach(field -> clean.set(field.getKey(), clean(forgotten, field.getValue())));
            return clean;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = array.arrayNode();
            array.forEach(item -> clean.add(clean(forgotten, item)));
            return clean;
        }
        return node.isTextual() ? TextNode.valueOf(forgotten.erase(redactor.redact(node.asText()))) : node;
    }
}
