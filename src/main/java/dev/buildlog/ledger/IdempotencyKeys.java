package dev.buildlog.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers given under an {@code Idempotency-Key}, so that a repeated request gets the same answer and does nothing. */
public final class IdempotencyKeys {

    private final Ledger ledger;
    private final Clock clock;

    public IdempotencyKeys(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What was said under a key.
     *
     * @param response the answer; empty while there is none
     */
    public record Answer(String requestHash, String response) {}

    /** Takes a key for a request unless another one has it; gives what it stands for now. */
    public Answer claim(String project, String key, String requestHash) {
        insert(project, key, new Answer(requestHash, ""));
        return find(project, key).orElseThrow();
    }

    public Optional<Answer> find(String project, String key) {
        List<Answer> found = ledger.read(db -> db.query(
                "select request_hash, response from idempotency where project_id = ? and key = ?",
                (row, n) -> new Answer(row.getString(1), row.getString(2)), project, key));
        return found.stream().findFirst();
    }

    /** Remembers an answer; the first one given under a key stays. */
    public void remember(String project, String key, Answer answer) {
        insert(project, key, answer);
        ledger.write(db -> db.update("update idempotency set response = ? where project_id = ? and key = ? and request_hash = ?"
                + " and response = ''", Tombstones.erase(Tombstones.of(db), answer.response()), project, key,
                answer.requestHash()));
    }

    /** Gives a key back under which nothing was answered. */
    public void release(String project, String key) {
        ledger.write(db -> db.update("delete from idempotency where project_id = ? and key = ? and response = ''", project, key));
    }

    private void insert(String project, String key, Answer answer) {
        ledger.write(db -> db.update("insert into idempotency (project_id, key, request_hash, response, created_at)"
                + " values (?,?,?,?,?) on conflict do nothing",
                project, key, answer.requestHash(), Tombstones.erase(Tombstones.of(db), answer.response()),
                clock.instant().toString()));
    }
}
