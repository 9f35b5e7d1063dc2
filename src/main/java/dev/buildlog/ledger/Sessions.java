package dev.buildlog.ledger;

import dev.buildlog.emission.SessionSummary;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import dev.buildlog.model.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records when sessions begin and end, and knows which are under way. */
public final class Sessions {

    private final Ledger ledger;

    public Sessions(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A session that is under way.
     *
     * @param worktree root of the checkout; may be empty
     */
    public record Open(String id, String agent, String worktree, Instant startedAt) {}

    /**
     * Records {@code event}. One that was recorded before changes nothing, and gets the same receipt.
     *
     * @throws RefusedException if it cannot be meant: an unknown project, kind or session, a start where one of the same agent in
     *     the same worktree is under way, an end of one that has ended
     */
    public SessionReceipt record(SessionEvent event) {
        String context = ContextKey.of(event.context());
        if (!SessionEvent.KINDS.contains(event.kind())) {
            throw new RefusedException("there is no event of kind '" + event.kind() + "'"
                    + Suggestion.hintOrList(event.kind(), SessionEvent.KINDS, ""));
        }
        if (event.lines() != null && event.lines() < 0) {
            throw new RefusedException("a session changes no fewer than 0 lines, not " + event.lines());
        }
        return ledger.write(db -> {
            Reviews.requireProject(db, event.project());
            return event.kind().equals(SessionEvent.START) ? start(db, event, context) : end(db, event);
        });
    }

    /** The sessions of {@code project} that are under way, the one that began first in front. */
    public List<Open> open(String project) {
        return ledger.read(db -> open(db, project));
    }

    /** Hash of the commit that a session began with; empty if nobody knows, or there is no such session. */
    public String commit(String project, String session) {
        return ledger.read(db -> db.queryForList("select commit_hash from session where id = ? and project_id = ?", String.class,
                session, project).stream().findFirst().orElse(""));
    }

    private static SessionReceipt start(JdbcTemplate db, SessionEvent event, String context) {
        SessionReceipt known = receipt(db, event.id());
        if (known == null) {
            open(db, event.project(), event.agent(), event.worktree()).ifPresent(open -> {
                throw new RefusedException("the session " + open.id() + (event.agent().isEmpty() ? "" : " of " + event.agent())
                        + " is under way here since " + open.startedAt() + ": end it, or name another agent");
            });
            db.update("insert into session (id, project_id, agent, worktree, context, notes, commit_hash, rules, started_at)"
                    + " values (?,?,?,?,?,?,?,?,?)", event.id(), event.project(), event.agent(), event.worktree(), context,
                    event.notes(), event.commit(), rules(db, event.project()), EntryRecorder.micros(event.at()));
            known = Objects.requireNonNull(receipt(db, event.id()));
        }
        return own(known, event);
    }

    private static SessionReceipt end(JdbcTemplate db, SessionEvent event) {
        String session = db.queryForList("select session_id from session_end where id = ?", String.class, event.id()).stream()
                .findFirst().orElse("");
        if (session.isEmpty()) {
            session = meant(db, event);
            db.update("insert into session_end (id, session_id, entry, notes, commit_hash, lines, rules, ended_at)"
                    + " values (?,?,?,?,?,?,?,?)", event.id(), session, event.entry(), event.notes(), event.commit(),
                    event.lines(), rules(db, event.project()), EntryRecorder.micros(event.at()));
            announce(db, Objects.requireNonNull(receipt(db, session)), event);
        }
        return own(Objects.requireNonNull(receipt(db, session)), event);
    }

    /** Leaves word of the session for downstream systems. */
    private static void announce(JdbcTemplate db, SessionReceipt session, SessionEvent end) {
        List<SessionSummary.Made> mistakes = db.query("select m.id, m.class, d.relation from mistake m left join mistake_detail d"
                + " on d.mistake_id = m.id where m.project_id = ? and m.session = ? order by m.made_at, m.id", (row, n) ->
                new SessionSummary.Made(row.getString(1), row.getString(2), "same_pattern".equals(row.getString(3))
                        || "regression".equals(row.getString(3))), session.project(), session.session());
        String outcome = db.queryForList("select w.outcome from reward w join review v on v.id = w.review_id"
                + " where v.project_id = ? and v.session = ? order by w.sequence desc, w.id desc limit 1", String.class,
                session.project(), session.session()).stream().findFirst().orElse("");
        Outbox.leave(db, new SessionSummary(session.project(), session.session(), session.startedAt(), end.at(), outcome,
                session.context(), InForce.at(db, session.project(), EntryRecorder.micros(end.at())), mistakes).emission());
    }

    private static String meant(JdbcTemplate db, SessionEvent event) {
        if (event.session().isEmpty()) {
            return open(db, event.project(), event.agent(), event.worktree()).map(Open::id).orElseThrow(() ->
                    new RefusedException("no session" + (event.agent().isEmpty() ? "" : " of " + event.agent())
                            + " is under way here: name one by its id, or start one"));
        }
        SessionReceipt known = receipt(db, event.session());
        if (known == null) {
            throw new RefusedException("this project has no session '" + event.session() + "'");
        }
        if (known.endedAt() != null) {
            throw new RefusedException("the session " + event.session() + " ended at " + known.endedAt());
        }
        return own(known, event).session();
    }

    private static SessionReceipt own(SessionReceipt receipt, SessionEvent event) {
        if (!receipt.project().equals(event.project())) {
            throw new RefusedException("the session " + receipt.session() + " belongs to another project: choose another id");
        }
        return receipt;
    }

    /** The session of {@code agent} in {@code worktree} that is under way. */
    static Optional<Open> open(JdbcTemplate db, String project, String agent, String worktree) {
        return open(db, project).stream().filter(open -> open.agent().equals(agent) && open.worktree().equals(worktree))
                .findFirst();
    }

    private static List<Open> open(JdbcTemplate db, String project) {
        return db.query("select id, agent, worktree, started_at from session s where project_id = ? and not exists (select 1"
                + " from session_end e where e.session_id = s.id) order by started_at, id", (row, n) -> new Open(row.getString(1),
                row.getString(2), row.getString(3), EntryRecorder.instant(row.getLong(4))), project);
    }

    private static int rules(JdbcTemplate db, String project) {
        return Objects.requireNonNull(db.queryForObject("select count(*) from rule where project_id = ?", Integer.class,
                project));
    }

    /** Of several ends the first counts. */
    private static @Nullable SessionReceipt receipt(JdbcTemplate db, String id) {
        return db.query("select s.project_id, s.context, s.started_at, s.rules, e.ended_at, e.rules from session s left join"
                + " session_end e on e.session_id = s.id where s.id = ? order by e.ended_at, e.id", (row, n) -> {
            long ended = row.getLong(5);
            boolean open = row.wasNull();
            return new SessionReceipt(row.getString(1), id, row.getString(2), EntryRecorder.instant(row.getLong(3)),
                    open ? null : EntryRecorder.instant(ended), row.getInt(4), open ? row.getInt(4) : row.getInt(6));
        }, id).stream().findFirst().orElse(null);
    }
}
