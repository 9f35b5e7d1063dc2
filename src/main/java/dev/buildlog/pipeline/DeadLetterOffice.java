package dev.buildlog.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.curate.Redactor;
import dev.buildlog.ledger.DeadLetters;
import dev.buildlog.ledger.LedgerBusyException;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.DeadLetter;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.SessionEvent;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code deadLetters} of the routes: keeps what failed, and sends it through its door again when asked. */
public class DeadLetterOffice {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterOffice.class);

    private final DeadLetters letters;
    private final Redactor redactor = new Redactor();
    private final ObjectMapper json = Wire.json();

    DeadLetterOffice(DeadLetters letters) {
        this.letters = letters;
    }

    /** Keeps the message of a failed exchange with its cause; where the ledger is the trouble, says so instead. */
    public void keep(Exchange exchange) throws IOException {
        Throwable error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String cause = error == null ? "unknown" : Causes.of(error);
        String route = exchange.getProperty(Exchange.FAILURE_ROUTE_ID, "", String.class);
        Object body = exchange.getMessage().getBody();
        if (body instanceof EntryVersion entry) {
            EntryVersion safe = entry.withText(redactor.redact(entry.text()));
            keep(Doors.ENTRY, entry.project(), entry.path(), safe, cause, route);
        } else if (body instanceof Decision decision) {
            // what cannot be meant was refused: whoever decided it has been told why, and trying again would not help
            if (!isRefused(error)) {
                keep(Doors.DECISION, decision.project(), subject(decision), redactor.redactMessage(decision), cause, route);
            }
        } else if (body instanceof Review review) {
            if (!isRefused(error)) {
                keep(Doors.REVIEW, review.project(), review.id(), redactor.redactMessage(review), cause, route);
            }
        } else if (body instanceof Reward reward) {
            if (!isRefused(error)) {
                keep(Doors.REWARD, reward.project(), reward.id(), reward, cause, route);
            }
        } else if (body instanceof SessionEvent event) {
            if (!isRefused(error)) {
                keep(Doors.SESSION, event.project(), event.id(), redactor.redactMessage(event), cause, route);
            }
        } else if (body instanceof Mistake mistake) {
            if (!isRefused(error)) {
                keep(Doors.MISTAKE, mistake.project(), mistake.id(), redactor.redactMessage(mistake), cause, route);
            }
        } else if (body instanceof GauntletRun run) {
            if (!isRefused(error)) {
                keep(Doors.GAUNTLET_RUN, run.project(), run.id(), redactor.redactMessage(run), cause, route);
            }
        } else if (body instanceof RiskAcceptance acceptance) {
            if (!isRefused(error)) {
                keep(Doors.RISK, acceptance.project(), acceptance.id(), redactor.redactMessage(acceptance), cause, route);
            }
        } else if (body instanceof Commit commit) {
            keep(Doors.COMMIT, commit.project(), commit.hash(), redactor.redactMessage(commit), cause, route);
        } else if (body instanceof PublishRequest request) {
            keep(request, cause, route);
        } else if (body instanceof Policy policy) {
            keep(policy.request(), cause, route);
        } else {
            LOG.error("route {}: {}", route, cause);
        }
    }

    private static boolean isRefused(@Nullable Throwable error) {
        return error instanceof BuildlogException && !(error instanceof LedgerBusyException);
    }

    static String subject(Decision decision) {
        return decision.kind() + " " + String.join(" ", decision.rules());
    }

    private void keep(PublishRequest request, String cause, String route) throws IOException {
        keep(Doors.PUBLISH, request.project(), request.project(), new PublishRequest(request.project(), ""),
                "cannot publish the rules: " + cause, route);
    }

    private void keep(String door, String project, String subject, Object message, String cause, String route)
            throws IOException {
        try {
            letters.add(door, project, subject, json.writeValueAsString(message), cause, route);
            LOG.error("{}: {} (kept in the dead letters)", subject, cause);
        } catch (RuntimeException e) {
            LOG.error("{}: {} (not even kept in the dead letters: {})", subject, cause, e.getMessage());
        }
    }

    /**
     * Sends a dead letter through its door again and takes it off the list when it went through.
     *
     * @throws BuildlogException if it failed again
     */
    public void replay(DeadLetter letter, Doors doors) {
        try {
            switch (letter.door()) {
                case Doors.ENTRY -> doors.entry(json.readValue(letter.message(), EntryVersion.class));
                case Doors.DECISION -> doors.decision(json.readValue(letter.message(), Decision.class));
                case Doors.REVIEW -> doors.review(json.readValue(letter.message(), Review.class));
                case Doors.COMMIT -> doors.commit(json.readValue(letter.message(), Commit.class));
                case Doors.REWARD -> doors.reward(json.readValue(letter.message(), Reward.class));
                case Doors.SESSION -> doors.session(json.readValue(letter.message(), SessionEvent.class));
                case Doors.MISTAKE -> doors.mistake(json.readValue(letter.message(), Mistake.class));
                case Doors.GAUNTLET_RUN -> doors.begin(json.readValue(letter.message(), GauntletRun.class));
                case Doors.RISK -> doors.accept(json.readValue(letter.message(), RiskAcceptance.class));
                case Doors.PUBLISH -> doors.publish(json.readValue(letter.message(), PublishRequest.class));
                default -> throw new BuildlogException("dead letter " + letter.id() + " is for the door '" + letter.door()
                        + "', which this version does not have");
            }
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "dead letter " + letter.id() + " is not readable: "
                    + e.getMessage(), e);
        }
        letters.remove(letter.id());
    }
}
