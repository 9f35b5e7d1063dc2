package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.seed.PersonaFile.Mode;
import dev.buildlog.seed.PersonaFile.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonaFileTest {

    private static final PersonaName GUARD = new PersonaName("api_guard");

    @TempDir
    Path root;

    private Path file() {
        return root.resolve(".buildlog/seeds/api_guard.yaml");
    }

    private static SeedRule rule(String text, String source, int line) {
        return new SeedRule(text, "general", "c", "a", "r", List.of(), List.of(), Map.of("source", source, "line", line));
    }

    private Plan write(Mode mode, SeedRule... rules) {
        PersonaFile target = new PersonaFile(root, null, GUARD);
        Plan plan = target.plan(List.of(rules), mode, new TokenSimilarity());
        target.write(plan);
        return plan;
    }

    private SeedFile read() throws IOException {
        return SeedReader.read("x", Files.readString(file())).orThrow();
    }

    @Test
    void versionsCountChangesOfTheRulesAndNothingElse() throws IOException {
        assertThat(write(Mode.CAREFUL, rule("A", "s", 1)).seeds().version()).isEqualTo(1);
        assertThat(write(Mode.CAREFUL, rule("A", "s", 1)).changed()).isFalse();
        Plan moved = write(Mode.CAREFUL, rule("A", "s", 9));
        assertThat(moved.changed()).isTrue();
        assertThat(moved.seeds().version()).isEqualTo(1);
        assertThat(write(Mode.CAREFUL, rule("B", "s", 9)).seeds().version()).isEqualTo(2);
        assertThat(read().rules()).extracting(SeedRule::rule).containsExactly("B");
        assertThat(file().getParent()).isDirectoryNotContaining("glob:**.bak");
    }

    @Test
    void anEditedFileIsNotReplacedUnasked() throws IOException {
        write(Mode.CAREFUL, rule("A", "s", 1));
        String edited = Files.readString(file()).replace("rationale: r", "rationale: because we lost a day");
        Files.writeString(file(), edited);
        assertThatThrownBy(() -> write(Mode.CAREFUL, rule("B", "s", 1))).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("--merge").hasMessageContaining("--force").hasMessageContaining(file().toString());
        assertThat(file()).hasContent(edited);

        Plan merged = write(Mode.MERGE, rule("A", "s", 1), rule("B", "s", 2));
        assertThat(read().rules()).extracting(SeedRule::rule).containsExactly("A", "B");
        assertThat(read().rules().get(0).rationale()).isEqualTo("because we lost a day");
        assertThat(read().version()).isEqualTo(2);
        assertThat(merged.backup().orElseThrow()).hasContent(edited);
    }

    @Test
    void forceKeepsWhatItReplaces() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "persona: [broken");
        assertThatThrownBy(() -> write(Mode.MERGE, rule("A", "s", 1))).hasMessageContaining("api_guard.yaml:1");
        Plan plan = write(Mode.REPLACE, rule("A", "s", 1));
        assertThat(plan.backup().orElseThrow()).hasContent("persona: [broken");
        assertThat(read().rules()).hasSize(1);
    }

    @Test
    void rulesOfOtherSourcesAreNotDroppedUnasked() throws IOException {
        write(Mode.CAREFUL, rule("A", "first", 1));
        assertThatThrownBy(() -> write(Mode.CAREFUL, rule("B", "second", 1))).hasMessageContaining("first");
        write(Mode.MERGE, rule("B", "second", 1));
        assertThat(read().rules()).extracting(SeedRule::rule).containsExactly("A", "B");
    }

    @Test
    void noRulesNeverReplaceAnything() throws IOException {
        write(Mode.CAREFUL, rule("A", "s", 1));
        for (Mode mode : Mode.values()) {
            assertThatThrownBy(() -> write(mode)).hasMessageContaining("stays as it is");
        }
        assertThat(read().rules()).hasSize(1);
    }

    @Test
    void whoeverWritesInBetweenIsNotOverwritten() throws IOException {
        PersonaFile target = new PersonaFile(root, null, GUARD);
        Plan plan = target.plan(List.of(rule("A", "s", 1)), Mode.CAREFUL, new TokenSimilarity());
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "persona: api_guard\n");
        assertThatThrownBy(() -> target.write(plan)).hasMessageContaining("run this again");
        assertThat(file()).hasContent("persona: api_guard\n");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.createDirectories(root.resolve(".buildlog"));
        Files.createSymbolicLink(root.resolve(".buildlog/seeds"), elsewhere);
        assertThatThrownBy(() -> write(Mode.REPLACE, rule("A", "s", 1))).hasMessageContaining("is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
