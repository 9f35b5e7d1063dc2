package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.LedgerRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A git repository with one file of code, a home, and commands that run in it; by the shipped routes and personas. */
abstract class ReviewedRepository {

    private static final Path SHIPPED = Path.of("").toAbsolutePath();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    Path repository;
    final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.toRealPath().resolve("shop"));
        git("init", "-q");
        git("symbolic-ref", "HEAD", "refs/heads/main");
        Files.createDirectories(repository.resolve("src"));
        Files.writeString(repository.resolve("src/Pay.java"), "class Pay {\n    void pay() {}\n}\n");
        Files.createDirectories(repository.resolve("buildlog"));
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
        environment.put("PATH", System.getenv("PATH"));
    }

    void git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }

    int run(String... arguments) {
        return runWith("", arguments);
    }

    int runWith(String input, String... arguments) {
        out.reset();
        err.reset();
        return new Main(repository, SHIPPED, environment, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out,
                err, CLOCK).run(arguments);
    }

    JsonNode answer(String... arguments) throws IOException {
        assertThat(run(arguments)).as(err()).isEqualTo(ExitCode.DONE);
        return JSON.readTree(out.toByteArray());
    }

    JsonNode hand(String run, String findings) throws IOException {
        assertThat(runWith(findings, "gauntlet", "issues", "--run", run, "--json")).as(err()).isEqualTo(ExitCode.DONE);
        return JSON.readTree(out.toByteArray());
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    static String finding(String severity, String description, String learned, String... cited) {
        return "{\"severity\": \"%s\", \"category\": \"money\", \"location\": \"src/Pay.java:2\", \"description\": \"%s\","
                .formatted(severity, description) + " \"rule_learned\": \"" + learned + "\", \"rules_consulted\": ["
                + (cited.length == 0 ? "" : "\"" + String.join("\", \"", cited) + "\"") + "]}";
    }

    long count(String sql) {
        try (Ledger ledger = Ledger.open(folder.resolve("home"))) {
            return LedgerRows.count(ledger, sql);
        }
    }
}
