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
            Map<LegacyKind, String> known = new TreeMap<>(Map.of(LegacyKind.DECISION, "wf-1a2b3c4d5e",
                    LegacyKind.LEARNING, "secu-0123456789", LegacyKind.HISTORY, "2026-01-15T10:00:00+00:00",
                    LegacyKind.SESSION, "session-20260101-080000-000001", LegacyKind.ACTIVE_SESSION,
                    "session-20260201-080000-000001", LegacyKind.REWARD, "rew-0a1b2c3d4e", LegacyKind.MISTAKE,
                    "mistake-type_error-1", LegacyKind.ARM, "general/guard:11aa22bb", LegacyKind.CREDIT,
                    "2026-02-01T09:00:00+00:00", LegacyKind.GAUNTLET_RULE, "guard:11aa22bb"));
            assertThat(known).allSatisfy((kind, oldId) -> assertThat(legacy.find(id, kind, oldId)).as(kind.key()).hasSize(1));
            assertThat(legacy.find(id, LegacyKind.GAUNTLET_RULE, "guard:11aa22bb").get(0)).contains("\"tags\":[\"queue\"]");
            assertThat(legacy.find(id, LegacyKind.MISTAKE, "mistake-type_error-1").get(0)).contains("[REDACTED]").doesNotContain("Zq8Lw3");
        }
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
        assertThat(exported("twice")).isEqualTo(once);
        assertThat(files(repository.resolve("buildlog"))).isEqualTo(originals);

        taken(err);
        run("migrate", "--all");
        try (Ledger ledger = Ledger.open(home)) {
            assertThat(new Projects(ledger, Clock.systemUTC()).find("deadbeef0000")).isPresent();
            assertThat(new LegacyImport(ledger).find("deadbeef0000", LegacyKind.REWARD, "rew-0a1b2c3d4e")).hasSize(1);
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
            assertThat(new LegacyImport(ledger).find(id, LegacyKind.DECISION, "wf-aaaaaaaaaa")).hasSize(1);
        }
    }

    @Test
    void anOldSchemaIsReadAndADryRunWritesNothing() throws IOException {
        Path file = folder.resolve("elsewhere/python.db");
        PythonTool.database(file, 1, old, repository.toString());
        Map<String, String> before = files(file.getParent());
        assertThat(run("migrate", "--dry-run", "--from", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(taken(out)).contains("reward: 1 found", "Nothing was written");
        assertThat(home).doesNotExist();
        assertThat(run("migrate", "--from", file.toString())).as(taken(err)).isEqualTo(ExitCode.DONE);
        assertThat(taken(out)).contains("reward: 1 found, 1 new");
        assertThat(files(file.getParent())).isEqualTo(before);
        assertThat(run("migrate", "--from", "README.md")).isEqualTo(ExitCode.FAILED);
    }

    private Map<String, String> exported(String name) throws IOException {
        Path target = folder.resolve(name);
        try (Ledger ledger = Ledger.open(home)) {
            new Export(ledger, "test").write(target, Export.Wish.ALL, Instant.EPOCH);
        }
        Map<String, String> tables = files(target);
        tables.keySet().removeAll(java.util.Set.of("manifest.json", "checkout.jsonl", "idempotency.jsonl"));
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
