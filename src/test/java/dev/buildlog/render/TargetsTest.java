package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {

    private static final String GOOD = """
            id: mine
            title: My agent
            path: .agent/rules.md
            heading: Rules
            ownership: managed-block
            maxBytes: 6000
            facts:
              date: 2026-02-03
              source: https://example.org
            """;

    @TempDir
    Path folder;

    @Test
    void readsADescriptor() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), GOOD);

        assertThat(Targets.load(folder).get("mine")).isEqualTo(new Target(
                "mine", "My agent", ".agent/rules.md", "Rules",
                Target.Ownership.MANAGED_BLOCK, 6000,
                new Target.Facts(LocalDate.parse("2026-02-03"), "https://example.org")));
    }

    @Test
    void laterFoldersOverrideAndAdd() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), GOOD);
        Files.writeString(folder.resolve("agents_md.yaml"), GOOD.replace("id: mine", "id: agents_md"));

        Targets targets = Targets.load(Samples.TARGETS, folder, folder.resolve("missing"));

        assertThat(targets.all()).extracting(Target::id).containsExactly("agents_md", "claude_md", "mine");
        assertThat(targets.get("agents_md").title()).isEqualTo("My agent");
    }

    @Test
    void namesWhatWasMeant() {
        assertThatThrownBy(() -> Targets.load(Samples.TARGETS).get("agent_md"))
                .isInstanceOf(BuildlogException.class)
                .hasMessageContaining("unknown target 'agent_md'; did you mean 'agents_md'?")
                .extracting(e -> ((BuildlogException) e).kind()).isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION);
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                id: other
                titel: My agent
                path: ../rules.md
                heading: Rules
                ownership: file
                maxBytes: many
                facts:
                  date: yesterday
                """);

        assertThatThrownBy(() -> Targets.load(folder)).hasMessage("""
                FILE:2: unknown key 'titel'; did you mean 'title'?; known keys: id, title, path, heading, ownership, \
                maxBytes, facts.date, facts.source
                FILE: key 'title' is missing or empty
                FILE: key 'facts.source' is missing or empty
                FILE:1: id 'other' must be the file's name without .yaml, 'mine'
                FILE:3: path '../rules.md' must lie in the repository, outside .git: a relative path with forward \
                slashes and without '.' or '..'
                FILE:5: unknown ownership 'file'; the only one is managed-block
                FILE:6: maxBytes must be a whole number above 0, not 'many'
                FILE:8: 'yesterday' is not a date such as 2026-01-31""".replace("FILE", file.toString()));
    }

    @Test
    void refusesPathsOutOfTheRepository() throws IOException {
        for (String path : new String[] {"/etc/rules.md", "a/../../b.md", "~/x.md", "C:/x.md", ".git/hooks/x", "a//b",
                "a\\b"}) {
            Files.writeString(folder.resolve("mine.yaml"), GOOD.replace(".agent/rules.md", "'" + path + "'"));
            assertThatThrownBy(() -> Targets.load(folder))
                    .hasMessageContaining("mine.yaml:3: path '" + path + "' must lie");
        }
    }

    @Test
    void refusesWhatIsNotADescriptor() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "id: [a, b\n");
        assertThatThrownBy(() -> Targets.load(folder)).hasMessageContaining("mine.yaml:")
                .hasMessageContaining("not valid YAML");
        Files.writeString(file, "just text");
        assertThatThrownBy(() -> Targets.load(folder)).hasMessageContaining("mine.yaml:1: ");
        Files.write(file, new byte[] {'i', 'd', ':', ' ', (byte) 0xFF});
        assertThatThrownBy(() -> Targets.load(folder)).hasMessageContaining("cannot be read as UTF-8 text");
    }
}
