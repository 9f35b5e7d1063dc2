package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten is in no file of the home any more, and does not come back. */
class ForgetTest {

    private static final String NAME = "Zebulon Quackenbush";

    @TempDir
    Path folder;

    private Path repository;
    private Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void journal() throws IOException {
        repository = Files.createDirectories(folder.resolve("shop")).toRealPath();
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        home = folder.resolve("home");
        environment.put("BUILDLOG_HOME", home.toString());
        environment.put("BUILDLOG_EMBEDDINGS_BACKEND", "token");
        write("buildlog/2026-03-01-work.md", "# With " + NAME + "\n\n## Improvements\n\n### Workflow\n\n- Ask **" + NAME
                + "** before the payment tables are changed\n- Run the tests before each commit\n");
        write("buildlog/2026-03-02-more.md", "# More\n\n## Improvements\n\n### Workflow\n\n- Run the tests before each commit\n"
                + "- Tag each release with what it was built from\n");
        assertThat(run("sync")).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
        assertThat(run("set-text", idOf("payment tables"), "Talk to " + NAME + " about the payment tables first")).isEqualTo(0);
    }

    @Test
    void noFileOfTheHomeHoldsTheText() throws IOException {
        Files.createDirectories(home.resolve("emissions/processed"));
        Files.writeString(home.resolve("emissions/processed/x.json"), "{\"text\": \"of Zebulon\\nQuackenbush\"}");
        run("backup", home.resolve("kept.db").toString());
        assertThat(holding(home)).isNotEmpty();

        assertThat(run("forget", NAME)).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);

        assertThat(taken(out)).contains("Still in a backup: " + home.resolve("kept.db"),
                "Still in a file: " + repository.resolve("buildlog/2026-03-01-work.md")).doesNotContain("AGENTS.md");
        assertThat(holding(home)).containsExactly(home.resolve("kept.db"));
        assertThat(home.resolve("emissions/processed/x.json")).content().contains("[FORGOTTEN]").doesNotContain("Quackenbush");
        assertThat(repository.resolve("AGENTS.md")).content().doesNotContain("Quackenbush").contains("Run the tests");
        assertThat(run("rebuild")).isEqualTo(ExitCode.DONE);
        assertThat(run("doctor")).as(taken(out)).isEqualTo(ExitCode.DONE);

        write("buildlog/2026-03-01-work.md", Files.readString(repository.resolve("buildlog/2026-03-01-work.md")) + "\nmore\n");
        run("sync");
        assertThat(holding(home)).as("though the entry was read again").containsExactly(home.resolve("kept.db"));
    }

    @Test
    void anEntryTakesWithItWhatItAloneSays() throws IOException {
        assertThat(run("forget", "--entry", "buildlog/2026-03-02-more.md")).isEqualTo(ExitCode.DONE);
        assertThat(holding(home, "Tag each release")).isEmpty();
        assertThat(repository.resolve("AGENTS.md")).content().contains("Run the tests").doesNotContain("Tag each release");
        assertThat(run("forget", "--entry", "buildlog/none.md")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aProjectGoesWhole() throws IOException {
        run("project", "list", "--json");
        String id = taken(out).replaceAll("(?s).*\"id\" : \"([0-9a-f]{12})\".*", "$1");
        Files.walk(home.resolve("logs")).filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        assertThat(run("forget", "--project", id)).isEqualTo(ExitCode.DONE);
        assertThat(holding(home, "Run the tests")).noneMatch(file -> file.toString().endsWith(".db"));
        assertThat(run("project", "list")).isEqualTo(ExitCode.DONE);
        assertThat(taken(out)).contains("No project is known");
        assertThat(run("forget", "--project", id)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whatIsTooShortIsRefused() {
        assertThat(run("forget", "Zeb")).isEqualTo(ExitCode.FAILED);
        assertThat(taken(err)).contains("too short");
        assertThat(run("forget")).isEqualTo(ExitCode.USAGE);
    }

    private String idOf(String words) {
        taken(out);
        run("skills", "--format", "json");
        String json = taken(out);
        List<String> lines = new ArrayList<>(json.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                for (int j = i; j >= 0; j--) {
                    if (lines.get(j).contains("\"id\"")) {
                        return lines.get(j).replaceAll(".*: \"(.*)\".*", "$1");
                    }
                }
            }
        }
        throw new AssertionError(json);
    }

    private static List<Path> holding(Path folder) {
        return holding(folder, "Quackenbush");
    }

    /** The files in whose bytes a text stands, in any case. */
    private static List<Path> holding(Path folder, String text) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> bytes(file).contains(text.toLowerCase())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(repository.resolve(path).getParent());
        Files.writeString(repository.resolve(path), text);
    }

    private int run(String... arguments) {
        return new Main(repository, Path.of("").toAbsolutePath(), environment, InputStream.nullInputStream(), out, err,
                new LocalClock()).run(arguments);
    }

    private static String taken(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        stream.reset();
        return text;
    }
}
