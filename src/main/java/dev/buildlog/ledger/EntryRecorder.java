package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.emission.LearnedRules;
import dev.buildlog.model.Artifact;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records what a holder has of an entry: one transaction that stores the facts, folds them into rules and leaves word of new
 * rules in the outbox.
 *
 * <p>Of several observations of one holder and entry the latest counts, in whatever order they arrive and however often.
 */
public final class EntryRecorder {

    private final Ledger ledger;
    private final Map<String, Similarity> similarities;
    private final Clock clock;
    private final String version;

    /** @param version version of buildlog, named in emissions */
    public EntryRecorder(Ledger ledger, Map<String, Similarity> similarities, Clock clock, String version) {
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
        this.clock = clock;
        this.version = version;
    }

    /**
     * Records {@code entry} as read by {@code recipe}. The project must be registered.
     *
     * @param recipe fingerprint of the routes and parts that extracted the insights
     */
    public Recorded record(EntryVersion entry, String recipe) {
        return ledger.write(db -> {
            long holderId = Names.holder(db, entry.project(), entry.holder());
            long entryId = Names.entry(db, entry.project(), entry.path(), entry.date());
            Long reading = entry.removed() ? null : new Readings(db).record(entryId, entry, recipe);
            if (entry.holder().isSubmission() && !entry.removed()) {
                keepText(db, entry);
            }
            Observation observation = Observation.of(
                    String.join("\n", entry.project(), entry.holder().root(), entry.holder().branch(), entry.path(),
                            entry.contentHash(), recipe),
                    holderId, entryId, reading, entry.observedAt());
            if (!observation.insert(db)) {
                return Recorded.NOTHING;
            }
            Observation before = Observation.holding(db, holderId, entryId);
            if (before != null && !observation.isAfter(before)) {
                return Recorded.NOTHING;
            }
            observation.hold(db);
            @Nullable Long previous = before == null ? null : before.reading();
            if (Objects.equals(previous, reading)) {
                return Recorded.NOTHING;
            }
            Set<Long> statements = new HashSet<>();
            Readings readings = new Readings(db);
            statements.addAll(readings.statements(previous));
            statements.addAll(readings.statements(reading));
            return new Recorded(true, announce(db, entry.project(), new RuleFold(db, similarities).fold(statements)));
        });
    }

    /** Ends every holding of {@code holder}: its branch or its checkout is gone. */
    public Recorded release(String project, Holder holder, Instant at) {
        return ledger.write(db -> {
            long holderId = Names.holder(db, project, holder);
            Set<Long> statements = new HashSet<>();
            Readings readings = new Readings(db);
            for (Observation held : Observation.heldBy(db, holderId)) {
                Observation end = Observation.of(
                        "released\n" + held.id(), holderId, held.entry(), null, at);
                if (end.isAfter(held) && end.insert(db)) {
                    end.hold(db);
                    statements.addAll(readings.statements(held.reading()));
                }
            }
            new RuleFold(db, similarities).fold(statements);
            return new Recorded(!statements.isEmpty(), List.of());
        });
    }

    /** An entry without a file is read again from here when the recipe changes. */
    private static void keepText(JdbcTemplate db, EntryVersion entry) {
        db.update("insert into submission (project_id, path, content_hash, date, text, submitted_at) values (?,?,?,?,?,?)"
                + " on conflict do nothing",
                entry.project(), entry.path(), entry.contentHash(), entry.date().toString(), entry.text(),
                micros(entry.observedAt()));
    }

    private List<Rule> announce(JdbcTemplate db, String project, List<Rule> born) {
        List<Rule> fresh = born.stream()
                .filter(rule -> db.update("insert into announced (project_id, rule_id) values (?,?) on conflict do nothing",
                        project, rule.id()) == 1)
                .toList();
        if (!fresh.isEmpty()) {
            Long sequence = db.queryForObject("select coalesce(max(id), 0) + 1 from outbox", Long.class);
            Artifact artifact = LearnedRules.artifact(project, fresh, clock.instant(), Objects.requireNonNull(sequence), version);
            db.update("insert into outbox (id, name, type, project_id, json) values (?,?,?,?,?)", sequence, artifact.name(),
                    artifact.type(), project, artifact.json());
        }
        return fresh;
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
