package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.curate.RuleId;
import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Learned;
import dev.buildlog.ledger.Export;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.LegacyImport;
import dev.buildlog.ledger.Posteriors;
import dev.buildlog.ledger.Projects;
import dev.buildlog.ledger.Rules;
import dev.buildlog.legacy.LegacyId;
import dev.buildlog.legacy.LegacyKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the Python tool to this one: all of it, once, found by the names it had. */
class MigrateTest {

    private static final String ESCAPE = "Escape every value in a log line";
    private static final String REBASE = "Rebase before the merge, not after it";

    @TempDir
    Path folder;

    private Path repository;
    private Path home;
    private String old;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.resolve("shop")).toRealPath();
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(repository.resolve(".git/config"), "[remote \"origin\"]\n\turl = git@git.example:ann/shop.git\n");
        Files.createDirectory(repository.resolve("buildlog"));
        Files.writeString(repository.resolve("buildlog/2026-01-10-build.md"), "# Build\n\n## Improvements\n\n### Workflow\n\n- "
                + PythonTool.PINNED + "\n");
        home = folder.resolve("home");
        old = LegacyId.ofProject("git@git.example:ann/shop.git");
        environment.put("BUILDLOG_HOME", home.toString());
        environment.put("BUILDLOG_EMISSIONS_ENABLED", "false");
        environment.put("BUILDLOG_EMBEDDINGS_BACKEND", "token");
    }

    @Test
    void aDatabaseInTheHomeIsTakenOverAndMovedAside() throws IOException {
        Path place = home.resolve("buildlog.db");
        PythonTool.database(place, 7, old, repository.toString());
        byte[] original = Files.readAllBytes(place);

        assertThat(run("migrate")).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.FAILED);

        assertThat(taken(err)).contains("mistakes row 2: not taken over: its timestamp is no time", "1 other project",
                "migrate-rejects.jsonl");
        assertThat(home.resolve("migrate-rejects.jsonl")).content().contains("mistake-bad-1");
        assertThat(home.resolve("buildlog-python.db")).hasBinaryContent(original);
        try (Ledger ledger = Ledger.open(home)) {
            Projects projects = new Projects(ledger, Clock.systemUTC());
            String id = projects.find(old).orElseThrow().id();
            assertThat(projects.all()).extracting(project -> project.remote()).containsExactly("git.example/ann/shop");
            assertThat(new Rules(ledger).resolve(id, "secu-0123456789")).isInstanceOfSatisfying(Rules.Named.Live.class,
                    live -> assertThat(live.rule().text()).isEqualTo(ESCAPE));
            Learned learned = new Posteriors(ledger).learned(id);
            assertThat(learned.now(new Arm("guard:11aa22bb", "general")).successes()).as("without the boost").isEqualTo(2);
            String now = ((Rules.Named.Live) new Rules(ledger).resolve(id, "secu-0123456789")).rule().id();
            assertThat(learned.now(new Arm(now, "api_design"))).satisfies(evidence -> {
                assertThat(evidence.successes()).isEqualTo(3);
                assertThat(evidence.failures()).isEqualTo(1.5);
                assertThat(evidence.observations()).isZero();
            });
            LegacyImport legacy = new LegacyImport(ledger);
            for (LegacyKind kind : LegacyKind.values()) {
                assertThat(legacy.all(id, kind)).as(kind.key()).isNotEmpty();
            }
            assertThat(legacy.record(id, LegacyKind.MISTAKE, "mistake-type_error-1").orElseThrow().fields().toString())
                    .contains("[REDACTED:").doesNotContain("Zq8Lw3");
        }
        allIsAnsweredByTheOrdinaryQuestions();
    }

    /** Nothing needs a word about where it came from to be found. */
    private void allIsAnsweredByTheOrdinaryQuestions() {
        String session = "session-20260101-080000-000001";
        assertThat(asked("rewards", "--json", "--session", session)).contains("rew-0a1b2c3d4e", "\"revision_distance\" : 0.3");
        assertThat(asked("experiment", "metrics", "--json", "--session", session)).contains("\"total_mistakes\" : 1");
        assertThat(asked("experiment", "report", "--json")).contains(session, "session-20260201-080000-000001");
        assertThat(asked("bandit", "history", "--json", "--rule", "guard:11aa22bb"))
                .containsSubsequence("2026-02-01T09:00:00Z", "python:gauntlet", "2026-01-31T09:00:00Z");
        assertThat(asked("explain", "guard:11aa22bb")).contains("Bound every queue", "what a gauntlet of the Python tool");
        assertThat(asked("gauntlet", "rules", "--format", "json")).contains("\"guard:11aa22bb\"", "https://example.org/q");
        assertThat(asked("explain", RuleId.of("workflow", PythonTool.PINNED))).contains("promoted", "the Python tool");
        assertThat(asked("explain", "wf-1a2b3c4d5e")).contains(PythonTool.PROMOTED, "promoted", "Rewarded", "revision  0.70");
        assertThat(asked("status")).contains(PythonTool.PINNED, PythonTool.PROMOTED);
        assertThat(asked("project", "list")).contains(old);
        assertThat(run("explain", "wf-0000000000")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(err)).contains("in the Python tool, where it was rejected");
        assertThat(asked("experiment", "end")).contains("session-20260201-080000-000001");
    }

    private String asked(String... arguments) {
        taken(out);
        assertThat(run(arguments)).as(taken(err)).isEqualTo(ExitCode.DONE);
        return taken(out);
    }

    @Test
    void twiceIsAsOnceAndTheRestComesWithAll() throws IOException {
        PythonTool.database(home.resolve("buildlog.db"), 7, old, "/gone/shop");
        PythonTool.folder(repository.resolve("buildlog"));
        run("migrate");
        Map<String, String> once = exported("once");
        assertThat(once.get("reward")).contains("rew-0a1b2c3d4e", "rew-folder0001").doesNotContain("rew-folder0003");
        Map<String, String> originals = files(repository.resolve("buildlog"));
        run("migrate");
        exported("twice").forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(once.get(table)));
        assertThat(files(repository.resolve("buildlog"))).isEqualTo(originals);

        taken(err);
        run("migrate", "--all");
        try (Ledger ledger = Ledger.open(home)) {
            assertThat(new Projects(ledger, Clock.systemUTC()).find("deadbeef0000")).isPresent();
            assertThat(new LegacyImport(ledger).record("deadbeef0000", LegacyKind.REWARD, "rew-0a1b2c3d4e")).isPresent();
        }
        assertThat(exported("all").get("reward")).contains("rew-0a1b2c3d4e@deadbeef0000");
        assertThat(run("rebuild")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aFolderIsTakenOverLineByLine() throws IOException {
        PythonTool.folder(repository.resolve("buildlog"));
        assertThat(run("migrate", "--from", "buildlog")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(err)).contains("reward_events.jsonl:2: not taken over: it is no JSON", "reward_events.jsonl:3",
                "wf-broken: not taken over: it has no rule", "active_session.json: not taken over: it is no JSON object");
        try (Ledger ledger = Ledger.open(home)) {
            String id = new Projects(ledger, Clock.systemUTC()).all().get(0).id();
            assertThat(new Rules(ledger).resolve(id, "wf-cccccccccc")).isInstanceOfSatisfying(Rules.Named.Live.class,
                    live -> assertThat(live.rule().id()).isEqualTo(RuleId.of("workflow", REBASE)));
            assertThat(new Posteriors(ledger).learned(id).now(new Arm(RuleId.of("workflow", REBASE), "general")).successes())
                    .as("the later line").isEqualTo(2);
            assertThat(new LegacyImport(ledger).record(id, LegacyKind.DECISION, "wf-aaaaaaaaaa")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everySchemaIsReadAndADryRunWritesNothing(int version) throws IOException {
        Path file = folder.resolve("elsewhere/python.db");
        PythonTool.database(file, version, old, repository.toString());
        Map<String, String> before = files(file.getParent());
        assertThat(run("migrate", "--dry-run", "--from", file.toString()))
                .isEqualTo(version == 7 ? ExitCode.FAILED : ExitCode.DONE);
        assertThat(taken(out)).contains("reward: 1 found", "decision: 3 found", "Nothing was written");
        assertThat(home).doesNotExist();
        assertThat(files(file.getParent())).isEqualTo(before);
    }

    @Test
    void theFirstSchemaIsTakenOverAndAnyOtherFileIsNot() throws IOException {
        Path file = folder.resolve("elsewhere/python.db");
        PythonTool.database(file, 1, old, repository.toString());
        assertThat(run("migrate", "--from", file.toString())).as(taken(err)).isEqualTo(ExitCode.DONE);
        assertThat(taken(out)).contains("reward: 1 found, 1 new", "2 decisions speak of rules that no entry says");
        Files.writeString(repository.resolve("README.md"), "no database");
        assertThat(run("migrate", "--from", "README.md")).isEqualTo(ExitCode.FAILED);
    }

    private Map<String, String> exported(String name) throws IOException {
        Path target = folder.resolve(name);
        try (Ledger ledger = Ledger.open(home)) {
            new Export(ledger, "test").write(target, Export.Wish.ALL, Instant.EPOCH);
        }
        Map<String, String> tables = files(target);
        tables.keySet().removeAll(java.util.Set.of("manifest.json", "checkout.jsonl", "idempotency.jsonl", "stamp.jsonl"));
        Map<String, String> plain = new TreeMap<>();
        tables.forEach((file, text) -> plain.put(file.replace(".jsonl", ""), text));
        return plain;
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private int run(String... arguments) {
        Path install = Path.of("").toAbsolutePath();
        return new Main(repository, install, environment, InputStream.nullInputStream(), out, err, new LocalClock())
                .run(arguments);
    }

    private static String taken(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        stream.reset();
        return text;
    }
}
