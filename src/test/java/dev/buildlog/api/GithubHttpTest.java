package dev.buildlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Project;
import dev.buildlog.pipeline.Running;
import dev.buildlog.pipeline.Workshop;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GitHub's webhooks say of pull requests. */
class GithubHttpTest {

    private static final String SHA = "9f1c2d3e4b5a69788796a5b4c3d2e1f009182736";
    private static final String PROJECT = "/api/v1/projects/c566806a55dc";

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void start() {
        Workshop workshop = new Workshop(folder);
        running = workshop.serve(workshop.repository("any"));
        running.core().projects().register(new Project("c566806a55dc", "shop", "github.com/Acme/shop"));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static String event(String action, boolean merged, String state, String repository) {
        return "{\"action\": \"" + action + "\", \"pull_request\": {\"merged\": " + merged + ", \"head\": {\"sha\": \"" + SHA
                + "\"}}, \"review\": {\"state\": \"" + state + "\"}, \"repository\": {\"html_url\": \"https://github.com/" + repository
                + "\"}}";
    }

    private static String signature(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> deliver(String kind, String delivery, String body, String signature) {
        return running.bare(HttpRequest.newBuilder(URI.create(running.url() + "/webhooks/github"))
                .header("Content-Type", "application/json").header("X-GitHub-Event", kind)
                .header("X-GitHub-Delivery", delivery).header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> deliver(String kind, String delivery, String body) {
        return deliver(kind, delivery, body, signature(body, Workshop.GITHUB_SECRET));
    }

    private String review(String commit) {
        HttpResponse<String> posted = running.post(PROJECT + "/reviews", "{\"commit\": \"" + commit + "\", \"findings\": []}");
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
        return Running.json(posted).get("review").asText();
    }

    /** The example that GitHub documents. */
    @Test
    void signaturesAreGithubs() {
        assertThat(signature("Hello, World!", Workshop.GITHUB_SECRET))
                .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    @ParameterizedTest
    @CsvSource({"pull_request,closed,true,'',1.0", "pull_request,closed,false,'',0.0",
        "pull_request_review,submitted,false,changes_requested,0.5"})
    void anOutcomeRewardsTheReviewOfTheHead(String kind, String action, boolean merged, String state, double value) {
        String meant = review(SHA);
        review("another");
        HttpResponse<String> answer = deliver(kind, "d-1", event(action, merged, state, "acme/Shop"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Running.json(answer).get("value").asDouble()).isEqualTo(value);
        assertThat(Running.json(answer).get("review").asText()).isEqualTo(meant);
    }

    @Test
    void withoutAReviewOfTheHeadTheLatestWithoutAnOutcomeIsMeant() {
        review("first");
        String latest = review("second");
        assertThat(Running.json(deliver("pull_request", "d-1", event("closed", true, "", "acme/shop"))).get("review").asText())
                .isEqualTo(latest);
    }

    @Test
    void whatIsDeliveredAgainChangesNothing() {
        review("first");
        review("second");
        String merged = event("closed", true, "", "acme/shop");
        HttpResponse<String> first = deliver("pull_request", "d-1", merged);
        review(SHA);
        HttpResponse<String> again = deliver("pull_request", "d-1", merged);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(deliver("pull_request", "d-2", merged).body()).isNotEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource({"ping,opened,true,'',acme/shop", "pull_request,opened,false,'',acme/shop",
        "pull_request_review,submitted,false,approved,acme/shop", "pull_request,closed,true,'',acme/unknown",
        "pull_request,closed,true,'',''"})
    void whatTellsOfNoOutcomeIsReadAndNothingIsDone(String kind, String action, boolean merged, String state, String repository) {
        HttpResponse<String> answer = deliver(kind, "d-1", event(action, merged, state, repository));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(Running.json(answer).get("ignored").asText()).isNotBlank();
    }

    @Test
    void onlyWhatGithubSignedIsRead() {
        String merged = event("closed", true, "", "acme/shop");
        for (String wrong : new String[] {"sha256=", "", "sha1=abc", signature(merged, "guess"), signature(merged + " ",
            Workshop.GITHUB_SECRET), signature(merged, Workshop.GITHUB_SECRET).substring(7)}) {
            assertThat(deliver("pull_request", "d-1", merged, wrong).statusCode()).isEqualTo(401);
        }
        assertThat(deliver("pull_request", "d-1", "{\"action\": ").statusCode()).isEqualTo(400);
        assertThat(deliver("pull_request", "", merged).statusCode()).isEqualTo(400);
        assertThat(deliver("pull_request", "d-1", "[]").statusCode()).isEqualTo(202);
    }
}
