package dev.buildlog.ledger;

import dev.buildlog.emission.MistakeFacts;
import dev.buildlog.emission.MistakeManifest;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Suggestion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records mistakes that somebody tells of, beside those that reviews find. They move no posterior. */
public final class Mistakes {

    private final Ledger ledger;

    public Mistakes(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Records {@code mistake}. One that was recorded before changes nothing, and gets the same receipt.
     *
     * @throws RefusedException if it cannot be meant: an unknown project, severity or relation, no class or no description
     */
    public MistakeReceipt record(Mistake mistake) {
        requireMeant(mistake);
        return ledger.write(db -> {
            MistakeReceipt known = receipt(db, mistake.id());
            if (known == null) {
                Reviews.requireProject(db, mistake.project());
                store(db, mistake);
                return Objects.requireNonNull(receipt(db, mistake.id()));
            }
            if (!known.project().equals(mistake.project())) {
                throw new RefusedException("the mistake " + mistake.id() + " belongs to another project: choose another id");
            }
            Said.require(db, "mistake", mistake.id(), Said.in(mistake));
            return known;
        });
    }

    private static void requireMeant(Mistake mistake) {
        if (mistake.errorClass().isBlank() || mistake.description().isBlank()) {
            throw new RefusedException("a mistake has a class and a description of what went wrong: give both");
        }
        requireOneOf("severity", mistake.severity(), Mistake.SEVERITIES);
        requireOneOf("relation", mistake.relation(), Mistake.RELATIONS);
        if (mistake.relation().isEmpty() != mistake.relatedTo().isEmpty()) {
            throw new RefusedException("a relation has an id and a type: give both, or none");
        }
    }

    private static void requireOneOf(String what, String given, List<String> known) {
        if (!given.isEmpty() && !known.contains(given)) {
            throw new RefusedException("there is no " + what + " '" + given + "'" + Suggestion.hintOrList(given, known, ""));
        }
    }

    private static void store(JdbcTemplate db, Mistake mistake) {
        String session = mistake.session();
        if (session.isEmpty() && !mistake.worktree().isEmpty()) {
            session = Sessions.open(db, mistake.project(), mistake.agent(), mistake.worktree()).map(Sessions.Open::id).orElse("");
        }
        db.update("insert into mistake (id, project_id, class, severity, description, session, review_id, made_at, said)"
                + " values (?,?,?,?,?,?,'',?,?)", mistake.id(), mistake.project(), ContextKey.of(mistake.errorClass()),
                mistake.severity(), mistake.description(), session, EntryRecorder.micros(mistake.at()),
                Said.in(mistake));
        db.update("insert into mistake_detail (mistake_id, corrected_by, concepts, relation, related_to, resolution, setting)"
                + " values (?,?,?,?,?,?,?)", mistake.id(), mistake.correctedBy(), String.join("\n", mistake.concepts()),
                mistake.relation(), mistake.relatedTo(), mistake.resolution(), mistake.setting());
        announce(db, mistake, session);
    }

    /** Leaves word of the mistake for downstream systems. Whether it is one like another is found out when asked. */
    private static void announce(JdbcTemplate db, Mistake mistake, String session) {
        boolean repeat = mistake.relation().equals("same_pattern") || mistake.relation().equals("regression");
        Outbox.leave(db, MistakeManifest.emission(new MistakeFacts(mistake.project(), mistake.id(),
                ContextKey.of(mistake.errorClass()), mistake.description(), repeat, session, mistake.severity(),
                mistake.setting(), mistake.concepts(), InForce.at(db, mistake.project(), EntryRecorder.micros(mistake.at())),
                mistake.correctedBy(), mistake.relatedTo(), mistake.relation(), mistake.resolution(), mistake.at())));
    }

    private static @Nullable MistakeReceipt receipt(JdbcTemplate db, String id) {
        return db.query("select project_id, class, session from mistake where id = ?", (row, n) -> new MistakeReceipt(
                row.getString(1), id, row.getString(2), row.getString(3)), id).stream().findFirst().orElse(null);
    }
}
