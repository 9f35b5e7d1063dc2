package dev.buildlog.api;

import dev.buildlog.ledger.IdempotencyKeys;
import dev.buildlog.ledger.Journal;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Origin;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.SourcedInsight;
import dev.buildlog.pipeline.Core;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code submissions}: entries that come over HTTP instead of lying in a file. */
public final class Submissions {

    /** Keeps the keys of submissions apart from the paths of files. */
    private static final String PREFIX = "submitted/";

    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Core core;
    private final Contract contract;
    private final Questions questions;

    public Submissions(Core core, Contract contract) {
        this.core = core;
        this.contract = contract;
        this.questions = new Questions(core);
    }

    /**
     * The entry in a request, or the answer given before under the same {@code Idempotency-Key}.
     *
     * @param headers those of the request, and {@code project} out of its address
     * @return an {@link EntryVersion} for the entry door, or an {@link Answer}
     * @throws RequestProblem if the request is no entry, or its key was used for another one
     */
    public Object check(Map<String, Object> headers, byte @Nullable [] body) {
        String project = questions.project(headers).id();
        Request.requireJson(headers);
        Submission submission = Submission.read(contract, body, LocalDate.now(core.clock()));
        String idempotencyKey = Request.text(headers, IDEMPOTENCY_KEY);
        if (!idempotencyKey.isEmpty()) {
            String hash = Sha256.of(body);
            IdempotencyKeys.Answer claimed = core.idempotencyKeys().claim(project, idempotencyKey, hash);
            if (!claimed.requestHash().equals(hash)) {
                throw new RequestProblem(422, "Key used before", "another entry was sent under this Idempotency-Key:"
                        + " choose a new key for a new request");
            }
            // without an answer yet, the request is under way or failed: what it does may be done twice
            if (!claimed.response().isEmpty()) {
                return new Answer(201, Answer.JSON, claimed.response());
            }
        }
        String text = submission.text().replace("\r\n", "\n").replace('\r', '\n');
        return EntryVersion.of(project, Holder.SUBMISSION, PREFIX + submission.key(), submission.date(),
                Sha256.of(submission.date() + "\n" + text), text, core.instant()).withOrigin(Origin.HTTP);
    }

    /** The answer to a recorded entry: what was learned from it. */
    public Answer accepted(EntryVersion entry, Map<String, Object> headers, byte[] body) {
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
        String idempotencyKey = Request.text(headers, IDEMPOTENCY_KEY);
        if (!idempotencyKey.isEmpty()) {
            core.idempotencyKeys().remember(entry.project(), idempotencyKey,
                    new IdempotencyKeys.Answer(Sha256.of(body), answer.text()));
        }
        return answer;
    }

    /**
     * Gives the {@code Idempotency-Key} of a request back that failed: nothing was done under it. One that was refused before it
     * had taken the key has none to give.
     */
    public void release(Throwable error, Map<String, Object> headers) {
        String key = Request.text(headers, IDEMPOTENCY_KEY);
        if (key.isEmpty() || error instanceof RequestProblem) {
            return;
        }
        try {
            core.idempotencyKeys().release(questions.project(headers).id(), key);
        } catch (RuntimeException e) {
            // then a request with the same body has the key, which is what is usually sent next
            LOG.warn("cannot give an Idempotency-Key back: {}", e.getMessage());
        }
    }

    /**
     * The news that a submitted entry ends.
     *
     * @param headers {@code project} and {@code key} out of the address of the request
     * @throws RequestProblem 404 if no entry was submitted under that key
     */
    public EntryVersion withdrawal(Map<String, Object> headers) {
        String project = questions.project(headers).id();
        String key = Request.address(headers, "key");
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
