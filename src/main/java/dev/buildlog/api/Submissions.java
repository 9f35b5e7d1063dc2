package dev.buildlog.api;

import dev.buildlog.ledger.IdempotencyKeys;
import dev.buildlog.ledger.Journal;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.SourcedInsight;
import dev.buildlog.pipeline.Core;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bean {@code submissions}: entries that come over HTTP instead of lying in a file. */
public final class Submissions {

    /** Keeps the keys of submissions apart from the paths of files. */
    private static final String PREFIX = "submitted/";

    private final Core core;
    private final Questions questions;

    public Submissions(Core core) {
        this.core = core;
        this.questions = new Questions(core);
    }

    /**
     * The entry in a request, or the answer given before under the same {@code Idempotency-Key}.
     *
     * @return an {@link EntryVersion} for the entry door, or an {@link Answer}
     * @throws RequestProblem if the request is no entry, or its key was used for another one
     */
    public Object check(String project, @Nullable String contentType, @Nullable String idempotencyKey, String body) {
        questions.require(project);
        if (contentType == null || !contentType.split(";")[0].strip().equalsIgnoreCase(Answer.JSON)) {
            throw new RequestProblem(415, "Not JSON", "send the entry as application/json");
        }
        if (idempotencyKey != null) {
            Optional<IdempotencyKeys.Answer> before = core.idempotencyKeys().find(project, idempotencyKey);
            if (before.isPresent() && !before.get().requestHash().equals(Sha256.of(body))) {
                throw new RequestProblem(422, "Key used before", "another entry was sent under this Idempotency-Key:"
                        + " choose a new key for a new request");
            }
            if (before.isPresent()) {
                return new Answer(201, Answer.JSON, before.get().response());
            }
        }
        Submission submission = Submission.read(body, LocalDate.now(core.clock()));
        String text = submission.text().replace("\r\n", "\n").replace('\r', '\n');
        return EntryVersion.of(project, Holder.SUBMISSION, PREFIX + submission.key(), submission.date(),
                Sha256.of(submission.date() + "\n" + text), text, core.instant());
    }

    /** The answer to a recorded entry: what was learned from it. */
    public Answer accepted(EntryVersion entry, @Nullable String idempotencyKey, String body) {
        List<Map<String, Object>> insights = new Journal(core.ledger()).insights(entry.project(), null).stream()
                .filter(insight -> insight.source().equals(entry.path()))
                .map(Submissions::insight)
                .toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", entry.project());
        fields.put("key", entry.path().substring(PREFIX.length()));
        fields.put("date", entry.date());
        fields.put("insights", insights);
        Answer answer = Json.answer(201, fields);
        if (idempotencyKey != null) {
            core.idempotencyKeys().remember(entry.project(), idempotencyKey,
                    new IdempotencyKeys.Answer(Sha256.of(body), answer.text()));
        }
        return answer;
    }

    /**
     * The news that a submitted entry ends.
     *
     * @throws RequestProblem 404 if no entry was submitted under {@code key}
     */
    public EntryVersion withdrawal(String project, String key) {
        questions.require(project);
        if (!Submission.KEY.matcher(key).matches() || !core.submissions().holds(project, PREFIX + key)) {
            throw new RequestProblem(404, "No such entry", "no entry is submitted under the key " + key);
        }
        return EntryVersion.removed(project, Holder.SUBMISSION, PREFIX + key, LocalDate.now(core.clock()), core.instant());
    }

    /** The answer to a withdrawal. */
    public Answer withdrawn() {
        return new Answer(204, Answer.JSON, "");
    }

    private static Map<String, Object> insight(SourcedInsight insight) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", insight.line());
        fields.put("category", insight.category());
        fields.put("insight", insight.text());
        return fields;
    }
}
