package dev.buildlog.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.model.Project;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.Sha256;
import dev.buildlog.pipeline.Core;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The bean {@code github}: what happened to pull requests, as GitHub's webhooks tell it. A merged one was accepted, one closed
 * without merging rejected; one for which changes are requested needs a revision.
 */
public final class GithubEvents {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_DIGITS = 24;

    private final Core core;
    private final Supplier<Optional<String>> secret;

    /** @param secret with which GitHub signs; asked for every event, none where there is none */
    public GithubEvents(Core core, Supplier<Optional<String>> secret) {
        this.core = core;
        this.secret = secret;
    }

    /**
     * The outcome that an event tells of.
     *
     * @return a {@link Reward} for the reward door, or the {@link Answer} to an event that tells of none, or was delivered before
     * @throws RequestProblem if GitHub did not sign this, or it is no event
     */
    public Object outcome(Map<String, Object> headers, byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        requireSigned(body, Request.text(headers, "X-Hub-Signature-256"));
        Request.requireJson(headers);
        String delivery = Request.text(headers, "X-GitHub-Delivery");
        if (delivery.isEmpty()) {
            throw new RequestProblem(400, "Not an event", "the header X-GitHub-Delivery is missing");
        }
        JsonNode event = Contract.parse(body);
        String outcome = outcome(Request.text(headers, "X-GitHub-Event"), event);
        if (outcome.isEmpty()) {
            return ignored("it tells of no outcome: that do pull_request when it is closed, and pull_request_review when changes"
                    + " are requested");
        }
        String remote = remote(event.path("repository"));
        List<Project> meant = core.projects().ofRemote(remote);
        if (meant.size() != 1) {
            return ignored(meant.isEmpty() ? "this home has no project whose remote is " + remote
                    : "several projects have the remote " + remote);
        }
        String project = meant.get(0).id();
        String id = "rew-" + Sha256.of(String.join("\n", "github", project, delivery)).substring(0, ID_DIGITS);
        Optional<RewardReceipt> known = core.rewards().find(id);
        if (known.isPresent()) {
            return Feedback.answer(known.get());
        }
        String commit = event.path("pull_request").path("head").path("sha").asText();
        return new Reward(id, project, outcome, null, core.reviews().latestOf(project, commit), null, null,
                core.instant());
    }

    /** The outcome in an event; empty if it tells of none. */
    private static String outcome(String kind, JsonNode event) {
        String action = event.path("action").asText();
        if (kind.equals("pull_request") && action.equals("closed")) {
            return event.path("pull_request").path("merged").asBoolean() ? Reward.ACCEPTED : Reward.REJECTED;
        }
        boolean changes = event.path("review").path("state").asText().equalsIgnoreCase("changes_requested");
        return kind.equals("pull_request_review") && action.equals("submitted") && changes ? Reward.REVISION : "";
    }

    /** {@code host/owner/name}, as projects have it. */
    private static String remote(JsonNode repository) {
        return repository.path("html_url").asText().replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    private void requireSigned(byte[] body, String signature) {
        String key = secret.get().orElseThrow(() -> new RequestProblem(403, "Not set up", "this service knows no secret of"
                + " GitHub: set GITHUB_WEBHOOK_SECRET, or put the secret into the file that github.secret_file names"));
        byte[] expected = ("sha256=" + HexFormat.of().formatHex(sign(body, key))).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new RequestProblem(401, "Wrong signature", "X-Hub-Signature-256 is missing, or was not made with this service's"
                    + " secret: give GitHub the same secret");
        }
    }

    private static byte[] sign(byte[] body, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static Answer ignored(String reason) {
        return Json.answer(202, Map.of("ignored", reason));
    }
}
