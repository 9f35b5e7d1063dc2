package dev.buildlog.emission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:15:00Z");
    private static final String GOOD = new RewardSignal("p", "w", "accepted", 1, "", "s", List.of("wf-1"), AT).emission()
            .numbered(1).json();

    @TempDir
    Path base;

    private Path incoming;

    @BeforeEach
    void folders() throws IOException {
        incoming = Files.createDirectories(base.resolve("incoming"));
    }

    private Inbox open() {
        return Inbox.open(incoming, base.resolve("work"), AT);
    }

    /** @param age in seconds */
    private Path write(String name, String text, int age) throws IOException {
        Path file = Files.writeString(incoming.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(AT.minusSeconds(age)));
        return file;
    }

    private Deliveries consume() {
        List<Delivery> all = new ArrayList<>();
        try (Inbox inbox = open()) {
            while (inbox.hasNext()) {
                Deliveries checked = new ArtifactReader().check(inbox.next());
                new Outcomes(base.resolve("processed"), base.resolve("failed")).settle(inbox, checked, AT);
                all.addAll(checked.artifacts());
            }
        }
        return new Deliveries(all);
    }

    @Test
    void anArtifactIsTakenWithItsEdges() throws IOException {
        write("reward_signal_p_1.json", GOOD, 0);
        assertThat(consume().artifacts()).singleElement().satisfies(one -> {
            assertThat(one.refusal()).isEmpty();
            assertThat(one.project()).isEqualTo("p");
            assertThat(one.emittedAt()).isEqualTo("2026-03-02T09:15:00Z");
            assertThat(one.edges()).extracting(edge -> edge.relation() + " " + edge.target())
                    .containsExactly("supports wf-1", "part_of session:s");
        });
        assertThat(names("processed")).containsExactly("reward_signal_p_1.json");
        assertThat(names("incoming")).isEmpty();
        assertThat(names("work")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            reward_signal_p_1.json, `[]`,                  is no JSON object
            reward_signal_p_1.json, `"x"`,                 is no JSON object
            reward_signal_p_1.json, `{"a": 1`,             is no JSON document
            reward_signal_p_1.json, `{} {}`,               is no JSON document
            reward_signal_p_1.json, ``,                    is no JSON
            reward_signal_p_1.json, `{"source_id": "x"}`,  docs/schemas/reward_signal.schema.json
            nobody_knows_1.json,    `{}`,                  no type of artifact
            gauntlet_review_p.json, `{"schema_version": 2, "issues": [], "action": "a", "rules_credited": []}`, schema_version
            """)
    void whatCannotBeTakenGoesToFailedWithTheReason(String name, String text, String why) throws IOException {
        write(name, text, 60);
        assertThat(consume().artifacts()).singleElement().satisfies(one -> assertThat(one.refusal()).contains(why));
        assertThat(names("failed")).containsExactly(name, name + ".error");
        JsonNode sidecar = new ObjectMapper().readTree(base.resolve("failed/" + name + ".error").toFile());
        assertThat(sidecar.path("file").asText()).isEqualTo(name);
        assertThat(sidecar.path("error").asText()).contains(why);
        assertThat(sidecar.path("timestamp").asText()).isEqualTo(AT.toString());
        assertThat(names("incoming")).isEmpty();
    }

    @Test
    void whatIsBeingWrittenIsLeftUntilItIsQuiet() throws IOException {
        write("reward_signal_p_1.json", GOOD.substring(0, 50), 1);
        write("reward_signal_p_2.json", "", 1);
        write(".reward_signal_p_3.json", GOOD.substring(0, 50), 60);
        write("reward_signal_p_4.json.tmp", GOOD.substring(0, 50), 60);
        assertThat(consume().artifacts()).isEmpty();
        try (Inbox inbox = open()) {
            assertThat(inbox.hasNext()).isFalse();
            assertThat(inbox.unfinished()).isEqualTo(2);
        }
        write("reward_signal_p_1.json", GOOD, 1);
        write("reward_signal_p_2.json", "", 2);
        assertThat(consume().artifacts()).extracting(Delivery::isRefused).containsExactly(false, true);
        assertThat(names("incoming")).containsExactly(".reward_signal_p_3.json", "reward_signal_p_4.json.tmp");
    }

    @Test
    void bytesThatAreNoTextAndFilesThatAreTooLarge() throws IOException {
        Files.write(incoming.resolve("reward_signal_p_1.json"), new byte[] {'"', (byte) 0xff, '"'});
        Files.write(incoming.resolve("reward_signal_p_2.json"), new byte[Inbox.MAX_BYTES + 1]);
        Files.setLastModifiedTime(incoming.resolve("reward_signal_p_1.json"), FileTime.from(AT.minusSeconds(9)));
        assertThat(consume().artifacts()).extracting(Delivery::refusal)
                .satisfiesExactly(one -> assertThat(one).isEqualTo("is not UTF-8"),
                        other -> assertThat(other).startsWith("is larger than"));
    }

    @Test
    void foldersAndLinksAreNoArtifacts() throws IOException {
        Files.createDirectory(incoming.resolve("reward_signal_p_1.json"));
        Files.createSymbolicLink(incoming.resolve("reward_signal_p_2.json"), Path.of("/etc/passwd"));
        assertThat(consume().artifacts()).isEmpty();
        assertThat(names("incoming")).hasSize(2);
    }

    @Test
    void anotherFileOfTheSameNameIsKept() throws IOException {
        write("reward_signal_p_1.json", GOOD, 9);
        consume();
        write("reward_signal_p_1.json", GOOD + " ", 9);
        consume();
        assertThat(names("processed")).hasSize(2);
    }

    @Test
    void whatIsNotSettledGoesBack() throws IOException {
        write("reward_signal_p_1.json", GOOD, 9);
        try (Inbox inbox = open()) {
            assertThat(inbox.next().artifacts()).hasSize(1);
            assertThat(names("incoming")).isEmpty();
        }
        assertThat(names("incoming")).containsExactly("reward_signal_p_1.json");
        assertThat(names("work")).isEmpty();
    }

    @Test
    void ofSeveralConsumersAtOnceEachFileHasOne() throws Exception {
        int files = 400;
        for (int i = 0; i < files; i++) {
            write("reward_signal_p_" + i + ".json", GOOD, 9);
        }
        ExecutorService consumers = Executors.newFixedThreadPool(4);
        CountDownLatch ready = new CountDownLatch(4);
        List<Future<List<String>>> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            taken.add(consumers.submit(() -> {
                ready.countDown();
                ready.await();
                return consume().artifacts().stream().map(Delivery::name).toList();
            }));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> one : taken) {
            all.addAll(one.get());
        }
        consumers.shutdown();
        assertThat(all).hasSize(files).doesNotHaveDuplicates();
        assertThat(names("processed")).hasSize(files);
        assertThat(names("work")).isEmpty();
    }

    private TreeSet<String> names(String folder) throws IOException {
        if (!Files.exists(base.resolve(folder))) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(base.resolve(folder))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
