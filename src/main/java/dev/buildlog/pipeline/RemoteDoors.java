package dev.buildlog.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.config.HomeSecret;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The doors of the service that runs on this home, for another process of the same person: each message goes over loopback, with
 * the secret of the home. What the service refuses is refused here in the same words.
 */
public final class RemoteDoors implements Doors {

    private static final int CONNECT_MS = 2_000;
    /** An answer comes after the commit; a review that asks nobody takes far less. */
    private static final int ANSWER_MS = 120_000;
    /** Largest body that the service reads. */
    private static final int LARGEST = 1 << 20;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final String url;
    private final String secret;
    private final ObjectMapper json = Wire.json();

    private RemoteDoors(String url, String secret) {
        this.url = url;
        this.secret = secret;
    }

    /**
     * The doors of the service of {@code home}; empty where none runs that is reached over plain loopback, or where it does not
     * serve the checkout {@code root}.
     */
    public static Optional<RemoteDoors> to(Path home, Path root) {
        return reached(home).filter(doors -> doors.isReady(root));
    }

    /** The doors of the service of {@code home} for what concerns no checkout; empty where none runs that is reached so. */
    public static Optional<RemoteDoors> to(Path home) {
        return reached(home).filter(doors -> doors.isReady(null));
    }

    private static Optional<RemoteDoors> reached(Path home) {
        return RunningService.on(home).filter(url -> url.startsWith("http://"))
                .flatMap(url -> HomeSecret.read(home).map(secret -> new RemoteDoors(url, secret)));
    }

    /** @param root of a checkout that it must serve; null for none */
    private boolean isReady(@Nullable Path root) {
        try {
            HttpURLConnection connection = connection("/observe/health");
            if (connection.getResponseCode() >= REFUSED) {
                return false;
            }
            try (InputStream answer = connection.getInputStream()) {
                JsonNode health = json.readTree(answer);
                boolean served = root == null;
                for (JsonNode checkout : health.path("checkouts")) {
                    served |= Path.of(checkout.asText()).equals(root);
                }
                return served && health.path("ready").asBoolean();
            }
        } catch (IOException e) {
            // gone since; then this process does it
            return false;
        }
    }

    /** Whether {@code message} is small enough to be handed over. */
    public boolean carries(Object message) {
        try {
            return json.writeValueAsBytes(message).length <= LARGEST;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void entry(EntryVersion entry) {
        send(ENTRY, entry, null);
    }

    @Override
    public void decision(Decision decision) {
        send(DECISION, decision, null);
    }

    @Override
    public void commit(Commit commit) {
        send(COMMIT, commit, null);
    }

    @Override
    public void publish(PublishRequest request) {
        send(PUBLISH, request, null);
    }

    @Override
    public Deliveries artifacts(Deliveries deliveries) {
        return send(ARTIFACTS, deliveries, Deliveries.class);
    }

    @Override
    public SeedReceipt seed(SeedDelivery delivery) {
        return send(SEED, delivery, SeedReceipt.class);
    }

    @Override
    public ReviewReceipt review(Review review) {
        return send(REVIEW, review, ReviewReceipt.class);
    }

    @Override
    public RewardReceipt reward(Reward reward) {
        return send(REWARD, reward, RewardReceipt.class);
    }

    @Override
    public SessionReceipt session(SessionEvent event) {
        return send(SESSION, event, SessionReceipt.class);
    }

    @Override
    public MistakeReceipt mistake(Mistake mistake) {
        return send(MISTAKE, mistake, MistakeReceipt.class);
    }

    @Override
    public IssuedRun begin(GauntletRun run) {
        return send(GAUNTLET_RUN, run, IssuedRun.class);
    }

    @Override
    public RiskReceipt accept(RiskAcceptance acceptance) {
        return send(RISK, acceptance, RiskReceipt.class);
    }

    private <T> T send(String door, Object message, @Nullable Class<T> receipt) {
        try {
            byte[] body = json.writeValueAsBytes(message);
            HttpURLConnection connection = connection("/api/v1/doors/" + door);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.getOutputStream().write(body);
            int status = connection.getResponseCode();
            if (status >= REFUSED) {
                throw refused(status, connection.getErrorStream());
            }
            try (InputStream answer = connection.getInputStream()) {
                byte[] told = answer.readAllBytes();
                return receipt == null ? null : json.readValue(told, receipt);
            }
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "the service at " + url + " gave no answer ("
                    + e.getMessage() + "): look whether it still runs (buildlog service status), and whether this was recorded,"
                    + " before you say it again", e);
        }
    }

    private BuildlogException refused(int status, @Nullable InputStream answer) throws IOException {
        String detail = answer == null ? "" : json.readTree(answer).path("detail").asText();
        String text = detail.isEmpty() ? "the service at " + url + " answered with status " + status : detail;
        return status < FAILED ? new RefusedException(text) : new BuildlogException(text);
    }

    /** Past every proxy: it is this machine. */
    private HttpURLConnection connection(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MS);
        connection.setReadTimeout(ANSWER_MS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Authorization", "Bearer " + secret);
        return connection;
    }
}
