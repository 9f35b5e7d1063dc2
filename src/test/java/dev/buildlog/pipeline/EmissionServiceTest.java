package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.ledger.Consumed;
import dev.buildlog.model.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service takes in what others drop, and drops what it has to tell. */
class EmissionServiceTest {

    @TempDir
    Path base;

    private Workshop workshop;
    private Path repository;
    private Path emissions;

    @BeforeEach
    void prepare() {
        workshop = new Workshop(base);
        repository = workshop.repository("shop");
        emissions = workshop.home().resolve("emissions");
        Workshop.write(workshop.home().resolve("interop.yaml"), """
                sources:
                  - name: team
                    pending_dir: %1$s/pending
                    processed_dir: %1$s/processed
                    failed_dir: %1$s/failed
                """.formatted(workshop.folder("team")));
    }

    /** As the maildir rule has it: under another name first. */
    private static void drop(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path hidden = Files.writeString(folder.resolve("." + name), text);
        Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void artifactsAreTakenInAndBadOnesSaidWhy() throws Exception {
        try (Running service = workshop.serve(repository)) {
            drop(emissions.resolve("incoming"), EmissionsProcess.artifact(1).name(), EmissionsProcess.artifact(1).json());
            drop(emissions.resolve("incoming"), "unknown_1.json", "{}");
            drop(emissions.resolve("incoming"), EmissionsProcess.artifact(2).name(), EmissionsProcess.artifact(2).json());
            Running.eventually(() -> assertThat(emissions.resolve("processed").resolve(EmissionsProcess.artifact(2).name()))
                    .exists());
            Running.eventually(() -> assertThat(emissions.resolve("failed/unknown_1.json")).exists());
            assertThat(emissions.resolve("failed/unknown_1.json.error")).content().contains("no type of artifact");
            assertThat(new Consumed(service.core().ledger()).edges("p")).extracting(Edge::target)
                    .containsExactly("session:s", "wf-1", "session:s", "wf-2");
            assertThat(emissions.resolve("incoming")).isEmptyDirectory();
        }
    }

    @Test
    void seedFilesAreTakenInOnceTheyAreQuiet() throws Exception {
        Path team = workshop.folder("team");
        try (Running service = workshop.serve(repository)) {
            drop(team.resolve("pending"), "guard.yaml", "persona: guard\nrules: [{rule: Bound every queue}]\n");
            drop(team.resolve("pending"), "bad.yaml", "- a\n");
            Running.eventually(() -> assertThat(team.resolve("processed/guard.yaml")).exists());
            Running.eventually(() -> assertThat(team.resolve("failed/bad.yaml.error")).exists());
            assertThat(workshop.home().resolve("seeds/guard.yaml")).content().contains("Bound every queue");
            assertThat(service.core().deadLetters().all()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsMissingDelaysArtifactsAndHarmsNothing() throws Exception {
        Path pending = emissions.resolve("pending");
        Files.delete(pending);
        try (Running service = workshop.serve(repository)) {
            Workshop.write(repository.resolve("buildlog/2026-03-01-a.md"), Workshop.entry("Close every stream"));
            Running.eventually(() -> assertThat(service.core().outbox().count()).isEqualTo(1));
            Running.eventually(() -> assertThat(Workshop.read(repository.resolve("AGENTS.md"))).contains("Close every stream"));
            Files.createDirectories(pending);
            Running.eventually(() -> assertThat(service.core().outbox().waiting()).isFalse());
            assertThat(pending).isNotEmptyDirectory();
            // a line for each is written when they have left the outbox
            Running.eventually(() -> assertThat(Workshop.read(emissions.resolve("signal.jsonl")))
                    .contains("\"event\":\"emitted\"", "learned_rules"));
        }
    }

    @Test
    void whatIsOldIsDeleted() throws Exception {
        Path old = emissions.resolve("processed/old.json");
        Path fresh = emissions.resolve("processed/fresh.json");
        Workshop.write(old, "{}");
        Workshop.write(fresh, "{}");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(31, ChronoUnit.DAYS)));
        Path routes = workshop.application().resolve("routes/ingest.camel.yaml");
        Workshop.write(routes, Workshop.read(routes).replace("delay: 60000", "delay: 100"));
        try (Running service = workshop.serve(repository);
                Connection connection = service.core().ledger().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 1; i <= 3; i++) {
                statement.executeUpdate("insert into outbox (id, name, type, project_id, json, dropped_at) values (" + i
                        + ", 'n" + i + "', 't', 'p', '{}', '2026-01-01 00:00:00')");
            }
            Workshop.write(routes, Workshop.read(routes) + "\n");
            Running.eventually(() -> assertThat(old).doesNotExist());
            Running.eventually(() -> {
                try (var rows = statement.executeQuery("select count(*), max(id) from outbox")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isEqualTo(1);
                    assertThat(rows.getInt(2)).isEqualTo(3);
                }
            });
            assertThat(fresh).exists();
        }
    }
}
