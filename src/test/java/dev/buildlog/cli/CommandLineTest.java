package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class CommandLineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T23:59:59Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path repository;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.resolve("répo with space"));
        Files.createDirectory(repository.resolve(".git"));
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
    }

    @Test
    void versionAndHelpAreResults() {
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(out()).startsWith("buildlog ");
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("Usage: buildlog", "init", "new", "list", "config").doesNotContain("warm-up");
        assertThat(run("config", "set", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(err()).isEmpty();
    }

    @Test
    void helpThatTheBuildMadeIsWhatTheCommandsSay() {
        String front = ran("--help");
        assertThat(ran("--help", "-q")).isEqualTo(front);
        assertThat(ran("-h")).isEqualTo(front).isEqualTo(FrontPage.made(Ansi.OFF));
        assertThat(FrontPage.made(Ansi.ON).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(front);
        assertThat(ran("-V")).isEqualTo(ran("--version", "-q"));
    }

    private String ran(String... arguments) {
        out.reset();
        assertThat(run(arguments)).isEqualTo(ExitCode.DONE);
        return out();
    }

    @Test
    void initMakesWhatIsMissingAndTwiceIsHarmless() throws IOException {
        assertThat(run("init")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("buildlog/_TEMPLATE.md", "buildlog/_TEMPLATE_QUICK.md", ".buildlog/config.yaml");
        Path template = repository.resolve("buildlog/_TEMPLATE.md");
        Files.writeString(template, "# ours\n");

        assertThat(run("init")).isEqualTo(ExitCode.DONE);

        assertThat(template).hasContent("# ours");
        assertThat(out()).contains("there already");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void initWarnsInTheHomeFolder() {
        environment.put("HOME", repository.toString());
        environment.put("BUILDLOG_HOME", repository.resolve(".buildlog").toString());

        run("init");

        assertThat(err()).contains("home folder");
        assertThat(repository.resolve(".buildlog/config.yaml")).doesNotExist();
    }

    @Test
    void entriesAreBegunAndListedNewestFirst() throws IOException {
        run("init");
        run("new", "Größere Wörter");
        run("-C", "buildlog", "new", "second", "--date", "2026-05-06", "--quick");
        Files.writeString(repository.resolve("buildlog/2026-05-06-second.md"), "# Build Journal: A \u001B[31mtitle\n");
        out();

        assertThat(run("list")).isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo("""
                Found 2 entries:
                  2026-05-06-second.md  A \uFFFD[31mtitle
                  2026-03-04-größere-wörter.md  (untitled)
                """);

        run("list", "--json");
        assertThat(new ObjectMapper().readTree(out()).at("/entries/1/name").asText()).isEqualTo("2026-03-04-größere-wörter.md");
    }

    @Test
    void whatTheOldToolCalledOtherwiseIsPointedOut() {
        assertThat(run("skills", "--embeddings", "token")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Unknown option", "embeddings.backend");
        assertThat(run("reward", "acepted")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("did you mean 'accepted'");
    }

    @Test
    void failuresAreToldOnStderrWithoutATrace() {
        assertThat(run("list")).isEqualTo(ExitCode.FAILED);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("buildlog init").doesNotContain("\tat ");

        assertThat(run("-v", "list")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("\tat ");

        assertThat(run("-C", "nowhere", "list")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("nowhere is not a folder");
    }

    @Test
    void wrongUseIsExplained() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(run("lsit")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("list", "--help");
        assertThat(run("new", "x", "--date", "2026-02-30")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("there is no day \"2026-02-30\"");
        assertThat(run("config")).isEqualTo(ExitCode.USAGE);
        assertThat(out()).isEmpty();
    }

    @Test
    void settingsAreChangedWhereTheyBelong() throws IOException {
        assertThat(run("config", "set", "publish.auto", "high")).isEqualTo(ExitCode.DONE);
        assertThat(run("config", "set", "http.port", "9999")).isEqualTo(ExitCode.DONE);
        assertThat(repository.resolve(".buildlog/config.yaml")).content().contains("auto: high").doesNotContain("port");
        assertThat(folder.resolve("home/config.yaml")).content().contains("port: 9999");
        out();

        run("config", "get", "publish.auto", "--set", "publish.auto=off");
        assertThat(out()).isEqualTo("off\n");
        run("config", "list", "--origin");
        assertThat(out()).containsPattern("publish\\.auto = high +# .*config\\.yaml:2\n")
                .containsPattern("embeddings\\.backend = auto +# default");
        run("config", "list", "--json");
        assertThat(new ObjectMapper().readTree(out())).hasSizeGreaterThan(5);
    }

    @Test
    void aProjectCannotSendItsReadersJournalToAService() throws IOException {
        Path file = Files.createDirectories(repository.resolve(".buildlog")).resolve("config.yaml");
        Files.writeString(file, "embeddings:\n  backend: openai\n");
        Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        assertThat(run("sync")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(err()).contains("embeddings.backend is openai here", "Only the home's config.yaml can allow that");

        Files.writeString(file, "embeddings:\n  model: gpt\n");
        assertThat(run("sync")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(err()).contains("embeddings.model cannot be set by a project");
    }

    @Test
    void badConfigurationEndsWith78AndAllProblems() throws IOException {
        Path file = Files.createDirectories(repository.resolve(".buildlog")).resolve("config.yaml");
        Files.writeString(file, "publish:\n  auto: maybe\n  atuo: low\n");

        assertThat(run("list")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(err()).contains(file + ":2:9: publish.auto", file + ":3:3: there is no setting");
        assertThat(run("config", "get", "publish.aut")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run("config", "validate", "--json")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(new ObjectMapper().readTree(out()).get("problems")).hasSize(2);

        assertThat(run("config", "set", "publish.auto", "low")).isEqualTo(ExitCode.DONE);
        Files.writeString(file, "publish:\n  auto: low\n");
        assertThat(run("config", "validate")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void quietTellsErrorsOnly() {
        run("-q", "init");
        assertThat(err()).isEmpty();
    }

    @Test
    void aReaderWhoHasSeenEnoughIsNoFailureAndAFullDiskIs() {
        assertThat(main(failing("Broken pipe")).run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(err()).isEmpty();
        assertThat(main(failing("No space left on device")).run("--help")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("No space left on device");
    }

    @Test
    void warmUpLeavesTheRepositoryAlone() {
        assertThat(run("warm-up", "short")).isEqualTo(ExitCode.DONE);
        assertThat(repository).isDirectoryNotContaining(path -> !path.endsWith(".git"));
    }

    @Test
    void warmUpWorksInARepositoryOfTheHomeAndLeavesItAlone() throws IOException {
        Path around = Files.createDirectories(folder.resolve("home/.git")).getParent();
        assertThat(run("warm-up", "short")).isEqualTo(ExitCode.DONE);
        assertThat(err()).isEmpty();
        assertThat(around).isDirectoryNotContaining(path -> !path.endsWith(".git") && !path.toString().contains("warm-up"));
        assertThat(around.resolve(".git")).isEmptyDirectory();
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    private int run(String... arguments) {
        return main(out).run(arguments);
    }

    private Main main(OutputStream results) {
        return new Main(repository, repository, environment, InputStream.nullInputStream(), results, err, CLOCK);
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
