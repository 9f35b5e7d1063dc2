package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.emission.RewardSignal;
import dev.buildlog.model.Artifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other producers and systems, taken in by commands with the shipped routes and components. */
class InteropTest {

    private static final Path SHIPPED = Path.of("").toAbsolutePath();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);
    private static final String GOOD = """
            persona: queue_guard
            version: 3
            rules:
              - rule: Bound every queue
                category: reliability
                provenance: {id: "q:rule:7", graph_version: "1"}
            metadata: {source: qortex}
            """;

    @TempDir
    Path folder;

    private Path repository;
    private Path home;
    private Path pending;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void prepare() throws IOException {
        repository = Files.createDirectories(folder.toRealPath().resolve("shop"));
        Files.createDirectories(repository.resolve(".git/refs"));
        Files.createDirectories(repository.resolve(".git/objects"));
        Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        home = Files.createDirectories(folder.resolve("home"));
        pending = Files.createDirectories(folder.resolve("team/pending"));
        Files.writeString(home.resolve("interop.yaml"), """
                sources:
                  - name: team
                    pending_dir: ~/team/pending
                    processed_dir: ~/team/processed
                    failed_dir: ~/team/failed
                    signal_log: ~/team/signal.jsonl
                max_rules_per_file: 3
                max_rule_text_length: 100
                """);
        environment.put("BUILDLOG_HOME", home.toString());
        environment.put("HOME", folder.toString());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Main(repository, SHIPPED, environment, InputStream.nullInputStream(), out, err, CLOCK).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private TreeSet<String> names(String place) throws IOException {
        if (!Files.exists(folder.resolve(place))) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).toList());
        }
    }

    @Test
    void aSeedFileBecomesAPersonaForAllProjects() throws IOException {
        Files.writeString(pending.resolve("guard.yaml"), GOOD);
        assertThat(run("ingest-seeds")).as(err()).isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo("[team] 1 ingested, 0 failed, 0 skipped\n");
        assertThat(home.resolve("seeds/queue_guard.yaml")).hasContent(GOOD);
        assertThat(names("team/processed")).containsExactly("guard.yaml");
        assertThat(names("team/pending")).isEmpty();
        JsonNode line = new ObjectMapper().readTree(Files.readString(folder.resolve("team/signal.jsonl")));
        assertThat(line.path("event").asText()).isEqualTo("seed_ingested");
        assertThat(line.path("persona").asText()).isEqualTo("queue_guard");
        assertThat(line.path("rule_count").asInt()).isEqualTo(1);
        assertThat(run("ingest-seeds")).isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo("[team] No pending files\n");
    }

    @Test
    void whatCannotBeTakenGoesToFailedAndHarmsNoOther() throws IOException {
        Files.writeString(pending.resolve("a-bomb.yaml"), "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                + "e: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n");
        Files.writeString(pending.resolve("b-many.yaml"), "rules: [{rule: a}, {rule: b}, {rule: c}, {rule: d}]\n");
        Files.writeString(pending.resolve("c-long.yml"), "rules: [{rule: " + "x".repeat(101) + "}]\n");
        Files.writeString(pending.resolve("d-list.yaml"), "- rule\n");
        Files.writeString(pending.resolve("e-large.yaml"), "# " + "x".repeat(1 << 20) + "\n");
        Files.write(pending.resolve("f-bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.writeString(pending.resolve("g-hijack.yaml"), "rules: [{rule: \"Close\u202e every stream\"}]\n");
        Files.writeString(pending.resolve("h-good.yaml"), GOOD);
        Files.writeString(pending.resolve("not a name.yaml"), GOOD);
        Files.createSymbolicLink(pending.resolve("link.yaml"), home.resolve("interop.yaml"));
        assertThat(run("ingest-seeds", "--json")).isEqualTo(ExitCode.FAILED);
        JsonNode result = new ObjectMapper().readTree(out()).at("/sources/0");
        assertThat(result.path("ingested")).hasSize(1);
        assertThat(result.path("skipped")).hasSize(2);
        assertThat(result.path("failed").findValuesAsText("error")).satisfiesExactly(
                bomb -> assertThat(bomb).contains("values"),
                many -> assertThat(many).contains("holds 4 rules; at most 3"),
                longer -> assertThat(longer).contains("longer than 100 characters"),
                list -> assertThat(list).contains("must be a map"),
                large -> assertThat(large).contains("larger than 1048576 bytes"),
                bytes -> assertThat(bytes).contains("not UTF-8"),
                hijack -> assertThat(hijack).contains("rule 1"));
        assertThat(names("team/failed")).hasSize(14);
        JsonNode sidecar = new ObjectMapper().readTree(folder.resolve("team/failed/d-list.yaml.error").toFile());
        assertThat(sidecar.path("file").asText()).isEqualTo("d-list.yaml");
        assertThat(sidecar.path("error").asText()).contains("must be a map");
        assertThat(names("team/pending")).containsExactly("link.yaml", "not a name.yaml");
        assertThat(names("home/seeds")).containsExactly("queue_guard.yaml");
    }

    @Test
    void aMissingFolderAndAnUnknownSource() throws IOException {
        Files.delete(pending);
        assertThat(run("ingest-seeds")).isEqualTo(ExitCode.DONE);
        assertThat(out()).startsWith("[team] No pending directory: ");
        assertThat(run("ingest-seeds", "--source", "nobody")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("no source 'nobody'", "team");
        Files.writeString(home.resolve("interop.yaml"), "sources:\n  - name: team\n");
        assertThat(run("ingest-seeds")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(err()).contains("interop.yaml:2", "pending_dir");
    }

    @Test
    void aSeedFileIsImportedIntoTheProject() throws IOException {
        Path file = Files.writeString(folder.resolve("guard.yaml"), GOOD);
        assertThat(run("import-seed", file.toString(), "--json")).as(err()).isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(out());
        assertThat(result.path("persona").asText()).isEqualTo("queue_guard");
        assertThat(result.path("rule_count").asInt()).isEqualTo(1);
        assertThat(result.path("provenance_count").asInt()).isEqualTo(1);
        assertThat(result.path("version_changed").asBoolean()).isFalse();
        assertThat(repository.resolve(".buildlog/seeds/guard.yaml")).hasContent(GOOD);
        assertThat(names("home/seeds")).isEmpty();
        Files.writeString(file, GOOD.replace("\"1\"", "\"2\""));
        assertThat(run("import-seed", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("counts half now: queue_guard:");
        Files.writeString(file, "- broken\n");
        assertThat(run("import-seed", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("guard.yaml:1", "must be a map");
        assertThat(repository.resolve(".buildlog/seeds/guard.yaml")).content().contains("\"2\"");
    }

    @Test
    void artifactsInPendingAreTakenIn() throws IOException {
        Path emissions = Files.createDirectories(home.resolve("emissions/pending"));
        Artifact good = new RewardSignal("p", "w", "accepted", 1, "", "s", List.of("wf-1"), CLOCK.instant()).emission()
                .numbered(1);
        Files.writeString(emissions.resolve(good.name()), good.json());
        Files.writeString(emissions.resolve("reward_signal_copy.json"), good.json());
        Files.writeString(emissions.resolve("unknown_1.json"), "{}");
        assertThat(run("emissions", "consume", "--json")).isEqualTo(ExitCode.FAILED);
        JsonNode result = new ObjectMapper().readTree(out());
        assertThat(result.path("consumed").asInt()).isEqualTo(2);
        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(names("home/emissions/processed")).hasSize(2);
        assertThat(names("home/emissions/failed")).containsExactly("unknown_1.json", "unknown_1.json.error");
        assertThat(Files.readAllLines(home.resolve("emissions/signal.jsonl"))).hasSize(3)
                .anyMatch(line -> line.contains("\"event\":\"consumed\"") && line.contains("\"edges_extracted\":2"));
        assertThat(run("emissions", "status", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(new ObjectMapper().readTree(out()).path("processed").asInt()).isEqualTo(2);
        assertThat(new ObjectMapper().readTree(out()).path("pending").asInt()).isZero();
    }
}
