package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions and mistakes as a person tells of them. */
class ExperimentTest {

    @TempDir
    Path folder;

    private Path repository;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.toRealPath().resolve("shop"));
        Files.createDirectories(repository.resolve("buildlog"));
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
    }

    @Test
    void aSessionWithItsMistakesFromStartToReport() throws Exception {
        try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
            commit(git, "one\ntwo\n");
            String session = json("experiment", "start", "-e", "API design", "-n", "first", "--json").get("session_id").asText();
            assertThat(run("experiment", "start")).isEqualTo(ExitCode.FAILED);
            assertThat(err()).contains(session, "end it, or name another agent");
            JsonNode first = mistake("Unchecked map lookup in src/A.java:12");
            assertThat(first.get("session_id").asText()).isEqualTo(session);
            assertThat(first.get("was_repeat").asBoolean()).isFalse();
            commit(git, "one\nthree\nfour\n");
            JsonNode ended = json("experiment", "end", "--json");
            assertThat(ended.get("mistakes_logged").asInt()).isEqualTo(1);
            assertThat(ended.get("changed_lines").asInt()).isEqualTo(3);
            assertThat(ended.get("session_id").asText()).isEqualTo(session);

            JsonNode again = mistake("unchecked map lookup in src/B.java:99");
            assertThat(again.get("session_id").asText()).isEmpty();
            assertThat(again.get("similar_prior")).isEqualTo(first.get("mistake_id"));
            JsonNode metrics = json("experiment", "metrics", "--json");
            assertThat(metrics.get("session_id").asText()).isEqualTo("aggregate");
            assertThat(metrics.get("repeated_mistake_rate").asDouble()).isEqualTo(0.5);
            assertThat(json("experiment", "metrics", "-s", session, "--json").get("repeated_mistakes").asInt()).isZero();
            JsonNode report = json("experiment", "report", "--json");
            assertThat(report.at("/summary/total_sessions").asInt()).isEqualTo(1);
            assertThat(report.at("/sessions/0/state").asText()).isEqualTo("ended");
            assertThat(report.at("/sessions/0/mistakes_per_1000_lines").asDouble()).isEqualTo(1000 / 3.0);
            assertThat(report.at("/error_classes/null_deref/total").asInt()).isEqualTo(2);
            assertThat(report.at("/shown_against_withheld/overall/verdict").asText()).isEqualTo("not enough data");
            assertThat(run("experiment", "report")).isEqualTo(ExitCode.DONE);
            assertThat(out()).contains("2 mistakes, 1 of them repeated: 0.50", session + ", ended", "without a session",
                    "not enough data");
        }
    }

    @Test
    void badWordsAreToldWithTheWayOut() {
        assertThat(run("experiment", "log-mistake", "-e", "x", "-d", "y", "--severity", "minor")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("no severity 'minor'", "medium");
        assertThat(run("experiment", "log-mistake", "-d", "y")).isEqualTo(2);
        assertThat(run("experiment", "end")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("no session is under way here");
        assertThat(run("experiment", "metrics", "-s", "nothing")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("no session 'nothing'");
        assertThat(run("experiment", "report", "--alike", "2")).isEqualTo(2);
        assertThat(run("experiment")).isEqualTo(2);
    }

    @Test
    void questionsAboutTheBanditWithoutAnyOutcome() throws IOException {
        assertThat(json("bandit", "evaluate", "--policy", "k=5", "--json").get("decisions").asInt()).isZero();
        assertThat(run("bandit", "evaluate", "--policy", "gready")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("no policy 'gready'", "greedy");
        assertThat(json("bandit", "posterior-history", "--json").get("snapshots")).isEmpty();
        assertThat(run("bandit", "history", "--limit", "0")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("1 to 500");
        assertThat(json("bandit", "proposals", "--json")).isEmpty();
        assertThat(run("bandit", "evaluate")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("nothing to estimate from");
    }

    private void commit(Git git, String text) throws IOException, GitAPIException {
        Files.writeString(repository.resolve("file.txt"), text);
        git.add().addFilepattern("file.txt").call();
        git.commit().setMessage("change").setAuthor("Ann", "ann@example.org").setCommitter("Ann", "ann@example.org")
                .setSign(false).call();
    }

    private JsonNode mistake(String description) throws IOException {
        return json("experiment", "log-mistake", "--error-class", "null-deref", "-d", description, "--severity", "medium", "--json");
    }

    private JsonNode json(String... arguments) throws IOException {
        assertThat(run(arguments)).as(err()).isEqualTo(ExitCode.DONE);
        return new ObjectMapper().readTree(taken(out));
    }

    private int run(String... arguments) {
        taken(err);
        taken(out);
        return new Main(repository, Path.of("").toAbsolutePath(), environment, InputStream.nullInputStream(), out, err,
                Clock.systemUTC()).run(arguments);
    }

    private String out() {
        return taken(out);
    }

    private String err() {
        return taken(err);
    }

    private static String taken(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        stream.reset();
        return text;
    }
}
