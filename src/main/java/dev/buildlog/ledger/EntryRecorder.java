package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
     * Records an entry as read by {@code routes}. The project must be registered. A postponed entry counts as read by
     * another recipe, so that the whole of it can be recorded later.
     *
     * @param routes fingerprint of the routes and parts that extracted the insights
     */
    public Recorded record(EntryVersion told, String routes) {
        EntryVersion entry = ledger.read(db -> Tombstones.erase(db, told));
        String recipe = entry.postponed() ? routes + Readings.LATER : routes;
        Folding.@Nullable Share share = ledger.write(db -> {
            long holderId = Names.holder(db, entry.project(), entry.holder());
            long entryId = Names.entry(db, entry.project(), entry.path());
            Readings readings = new Readings(db);
            Long reading = entry.removed() ? null : readings.record(entryId, entry, recipe);
            if (entry.holder().isSubmission() && !entry.removed()) {
                keepText(db, entry);
            }
            Observation observation = Observation.of(
                    String.join("\n", entry.project(), entry.holder().root(), entry.holder().branch(), entry.path(),
                            entry.contentHash(), recipe),
                    holderId, entryId, reading, entry.observedAt());
            if (!observation.insert(db, entry.origin())) {
                return null;
            }
            Observation before = Observation.holding(db, holderId, entryId);
            if (before != null && !observation.isAfter(before)) {
                return null;
            }
            Long current = observation.at() > departed(db, holderId) ? reading : null;
            observation.hold(db, current);
            Long previous = before == null ? null : before.reading();
            if (Objects.equals(previous, current)) {
                return null;
            }
            return fold(db, entry.project(), readings.statements(previous, current));
        });
        return share == null ? Recorded.NOTHING : share.recorded();
    }

    /** Ends everything that {@code holder} was seen to hold until {@code at}: its branch or its checkout is gone. */
    public Recorded release(String project, Holder holder, Instant at) {
        Folding.Share share = ledger.write(db -> {
            long holderId = Names.holder(db, project, holder);
            long until = micros(at);
            db.update("insert into departure (holder_id, at) values (?,?) on conflict do nothing", holderId, until);
            List<Observation> ended = Observation.heldBy(db, holderId).stream().filter(held -> held.at() <= until).toList();
            ended.forEach(held -> held.hold(db, null));
            Set<Long> statements = new Readings(db).statements(ended.stream().map(Observation::reading).toArray(Long[]::new));
            return fold(db, project, statements);
        });
        return share.recorded();
    }

    private Folding.Share fold(JdbcTemplate db, String project, Set<Long> statements) {
        return new Folding(db, similarities, clock, version).join().add(project, statements);
    }

    private static long departed(JdbcTemplate db, long holder) {
        Long at = db.queryForObject("select max(at) from departure where holder_id = ?", Long.class, holder);
        return at == null ? Long.MIN_VALUE : at;
    }

    /** An entry without a file is read again from here when the recipe changes. */
    private static void keepText(JdbcTemplate db, EntryVersion entry) {
        db.update("insert into submission (project_id, path, content_hash, date, text, submitted_at) values (?,?,?,?,?,?)"
                + " on conflict do nothing",
                entry.project(), entry.path(), entry.contentHash(), entry.date().toString(), entry.text(),
                micros(entry.observedAt()));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
