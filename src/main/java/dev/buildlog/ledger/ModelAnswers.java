package dev.buildlog.ledger;

import dev.buildlog.consult.Answers;
import dev.buildlog.consult.Usage;
import java.time.Clock;
import java.util.Optional;

/** Answers of language models, kept in the ledger. */
public final class ModelAnswers implements Answers {

    private final Ledger ledger;
    private final Clock clock;

    public ModelAnswers(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String key) {
        return ledger.read(db -> db.queryForList("select answer from model_answer where key = ?", String.class, key)).stream()
                .findFirst();
    }

    @Override
    public void keep(String key, Usage usage, String answer) {
        ledger.write(db -> db.update("insert into model_answer (key, project_id, task, model, prompt, answer, answered_at)"
                + " values (?,?,?,?,?,?,?) on conflict do nothing", key, usage.project(), usage.task(), usage.model(),
                usage.prompt(), Tombstones.erase(Tombstones.of(db), answer), clock.instant().toString()));
    }
}
