package dev.buildlog.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    private Path home;
    private Path project;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        project = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(project.resolve(".buildlog"));
    }

    @Test
    void defaultsNeedNoFiles() {
        Settings settings = Settings.load(folder.resolve("nowhere"), null, Map.of("BUILDLOG_HOME", "x"), Map.of());

        assertThat(settings.text(Keys.JOURNAL_FOLDER)).isEqualTo("buildlog");
        assertThat(settings.number(Keys.HTTP_PORT)).isEqualTo(8484);
        assertThat(settings.flag(Keys.EMISSIONS_ENABLED)).isTrue();
        assertThat(settings.all()).extracting(Setting::key).containsExactlyElementsOf(Keys.ALL);
        assertThat(settings.all()).extracting(Setting::origin).containsOnly("default");
    }

    @Test
    void everyLayerWinsOverTheOneBelowAndSaysWhereItStands() throws IOException {
        home("journal: {folder: a, settle_ms: 1, sweep_seconds: 1, max_bytes: 2000}");
        project("""
                # shared
                journal:
                  folder: b
                  settle_ms: 2
                  sweep_seconds: 2
                """);

        Settings settings = Settings.load(home, project,
                Map.of("BUILDLOG_JOURNAL_FOLDER", "c", "BUILDLOG_JOURNAL_SETTLE_MS", "3", "BUILDLOG_PUBLISH_AUTO", ""),
                Map.of("journal.folder", "d"));

        assertThat(settings.setting(Keys.JOURNAL_FOLDER)).isEqualTo(new Setting(Keys.JOURNAL_FOLDER, "d", "--set"));
        assertThat(settings.setting(Keys.JOURNAL_SETTLE_MS).origin()).isEqualTo("BUILDLOG_JOURNAL_SETTLE_MS");
        assertThat(settings.setting(Keys.JOURNAL_SWEEP_SECONDS).origin())
                .isEqualTo(project.resolve(".buildlog/config.yaml") + ":5");
        assertThat(settings.setting(Keys.JOURNAL_MAX_BYTES).origin()).isEqualTo(home.resolve("config.yaml") + ":1");
        assertThat(settings.text(Keys.PUBLISH_AUTO)).isEqualTo("off");
    }

    @Test
    void offIsAWordAndDottedNamesAreNames() throws IOException {
        project("publish.auto: off\n");

        assertThat(Settings.load(home, project, Map.of(), Map.of()).asProperties())
                .containsEntry("buildlog.publish.auto", "off");
    }

    @Test
    void allProblemsOfAllLayersAreToldAtOnceWithTheirPlaces() throws IOException {
        home("http:\n  prt: 1\n");
        project("""
                publsh: {auto: low}
                publish:
                  auto: sometimes
                  max_tokens: [1]
                http:
                  port: 9
                journal.folder: ../elsewhere
                journal.folder: fine
                """);

        InvalidConfiguration thrown = catchThrowableOfType(InvalidConfiguration.class, () -> Settings.load(home, project,
                Map.of("BUILDLOG_PUBLISH_AUTOO", "low", "BUILDLOG_ENFORCE", "1"), Map.of("nonsense", "1")));

        String file = project.resolve(".buildlog/config.yaml").toString();
        assertThat(thrown.kind()).isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION);
        assertThat(thrown.problems()).containsExactlyInAnyOrder(
                new Problem(home.resolve("config.yaml").toString(), 2, 3,
                        "there is no setting \"http.prt\"; did you mean \"http.port\"?"),
                new Problem(file, 1, 1, "there is no setting \"publsh\"; did you mean \"publish\"?"),
                new Problem(file, 3, 9, "publish.auto is \"sometimes\", and must be one of off, high, medium, low."),
                new Problem(file, 4, 15, "publish.max_tokens must have one plain value."),
                new Problem(file, 6, 3, Keys.HTTP_PORT.homeOnlyComplaint()),
                new Problem(file, 7, 17, "journal.folder is \"../elsewhere\", and must be a relative path that stays inside, "
                        + "such as buildlog."),
                new Problem("BUILDLOG_PUBLISH_AUTOO", 0, 0,
                        "there is no setting \"publish.autoo\"; did you mean \"publish.auto\"?"),
                new Problem("--set", 0, 0, "there is no setting \"nonsense\"."));
        assertThat(thrown).hasMessageContaining(file + ":3:9: publish.auto");
    }

    @Test
    void aKeySetTwiceIsRefused() throws IOException {
        home("http:\n  port: 1\nhttp.port: 2\n");

        assertThat(problems(home, null)).extracting(Problem::toString)
                .containsExactly(home.resolve("config.yaml") + ":3:1: http.port is set twice. Keep one.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "journal.folder | ${env:HOME}", "journal.folder | {{secret}}", "journal.folder | a\u202Eb", "journal.folder | a\u0007b",
        "journal.folder | /etc", "journal.folder | a/../../b", "journal.folder | .git/hooks", "journal.folder | .",
        "journal.settle_ms | -1", "journal.settle_ms | ten", "journal.max_bytes | 99999999999999999999",
        "emissions.enabled | yes", "http.host | 0.0.0.0.0", "http.host | 127.0.0.1.example.org", "http.host | 127.0.0.300",
        "http.port | 65536", "embeddings.backend | ''"})
    void valuesThatDoNotFitAreRefused(String key, String value) {
        assertThat(Keys.named(key).orElseThrow().complaint(value)).startsWith(key).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"http.host,127.0.0.1", "http.host,::1", "http.host,localhost", "journal.folder,docs/tagebuch ä", "http.port,0"})
    void valuesThatFitAreTaken(String key, String value) {
        assertThat(Keys.named(key).orElseThrow().complaint(value)).isNull();
    }

    @Test
    void everyDefaultFitsItsKey() {
        assertThat(Keys.ALL).allSatisfy(key -> assertThat(key.complaint(key.defaultValue())).isNull());
    }

    @Test
    void filesThatAreNoSettingsAreNamed() throws IOException {
        Path file = home.resolve("config.yaml");
        home("journal: [");
        assertThat(problems(home, null).get(0).toString()).startsWith(file + ":1:").contains("is not YAML");
        home("- a");
        assertThat(problems(home, null).get(0).message()).contains("must hold settings");
        Files.write(file, new byte[] {'a', (byte) 0xC3});
        assertThat(problems(home, null).get(0).message()).contains("UTF-8");
        Files.write(file, new byte[100_000]);
        assertThat(problems(home, null).get(0).message()).contains("larger");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(problems(home, null).get(0).message()).contains("not a regular file");
    }

    @Test
    void anAliasThatHoldsItselfEnds() throws IOException {
        home("journal: &a\n  folder: *a\n");

        assertThat(problems(home, null)).hasSize(1);
    }

    @Test
    void aProjectsLinkOutOfTheRepositoryIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "password: hunter2");
        Files.createSymbolicLink(project.resolve(".buildlog/config.yaml"), secret);

        assertThat(problems(home, project).get(0).toString()).contains("leaves the repository").doesNotContain("hunter2");
    }

    @Test
    void inTheHomeFolderTheOneFileIsTheHomes() throws IOException {
        Path buildlogHome = folder.resolve("repository/.buildlog");
        Files.writeString(buildlogHome.resolve("config.yaml"), "http.port: 1\n");

        assertThat(Settings.load(buildlogHome, project, Map.of(), Map.of()).number(Keys.HTTP_PORT)).isEqualTo(1);
    }

    private List<Problem> problems(Path home, Path project) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> Settings.load(home, project, Map.of(), Map.of()))
                .problems();
    }

    private void home(String yaml) throws IOException {
        Files.writeString(home.resolve("config.yaml"), yaml);
    }

    private void project(String yaml) throws IOException {
        Files.writeString(project.resolve(".buildlog/config.yaml"), yaml);
    }
}
