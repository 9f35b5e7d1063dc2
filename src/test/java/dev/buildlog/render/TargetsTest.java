package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {

    private static final String GOOD = """
            id: mine
            title: My agent
            path: .agent/rules.md
            heading: Rules
            ownership: managed-block
            scope: on-demand
            wording: imperative
            grouping: confidence
            limits:
              bytes: 6000
              tokens: 900
            reads: [agents_md]
            formerly: [mine_dev]
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
                "mine", List.of("mine_dev"), "My agent", ".agent/rules.md", Target.Scope.ON_DEMAND, "", "Rules",
                Target.Wording.IMPERATIVE, Target.Grouping.CONFIDENCE, Target.Ownership.MANAGED_BLOCK,
                new Limits(6000, 0, 0, 900), List.of("agents_md"), new Target.Facts(LocalDate.parse("2026-02-03"), "https://example.org")));
    }

    @Test
    void laterFoldersOverrideAndAdd() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), GOOD);
        Files.writeString(folder.resolve("agents_md.yaml"), GOOD.replace("id: mine", "id: agents_md")
                .replace(".agent/", ".other/"));

        Targets targets = Targets.load(Samples.TARGETS, folder, folder.resolve("missing"));

        assertThat(targets.all()).extracting(Target::id).contains("agents_md", "claude_md", "mine");
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
                limits:
                  bytes: many
                reads: agents_md
                frontMatter: just text
                facts:
                  date: yesterday
                """);

        assertThatThrownBy(() -> Targets.load(folder)).hasMessage("""
                FILE:2: unknown key 'titel'; did you mean 'title'?; known keys: id, formerly, title, path, scope, \
                frontMatter, heading, wording, grouping, ownership, limits.bytes, limits.characters, limits.lines, \
                limits.tokens, reads, facts.date, facts.source
                FILE:8: 'reads' is a list: reads: [agents_md]
                FILE: key 'title' is missing or empty
                FILE: key 'facts.source' is missing or empty
                FILE:1: id 'other' must be the file's name without .yaml, 'mine'
                FILE:3: path '../rules.md' must lie in the repository, outside .git: a relative path with forward \
                slashes and without '.' or '..'
                FILE:9: front matter must be 'key: value' lines
                FILE:5: unknown ownership 'file'; one of managed-block, whole-file, json-keys
                FILE:9: front matter stands at the top of a file, so only a file that is buildlog's alone may have it \
                (ownership: whole-file)
                FILE:7: limits.bytes must be a whole number above 0, not 'many'
                FILE:11: 'yesterday' is not a date such as 2026-01-31""".replace("FILE", file.toString()));
    }

    @Test
    void holdsASkillToItsFormat() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), GOOD.replace(".agent/rules.md", ".claude/skills/ours/SKILL.md")
                .replace("managed-block", "whole-file\nfrontMatter: 'name: Others'"));

        assertThatThrownBy(() -> Targets.load(folder))
                .hasMessageContaining("a skill's name is that of its folder, 'ours'")
                .hasMessageContaining("a skill needs a description of at most 1024 characters");
    }

    @Test
    void targetsOfOneFileShareTheLeastOfTheirLimitsAndTheirText() throws IOException {
        Targets shipped = Targets.load(Samples.TARGETS);
        assertThat(shipped.get("agents_md").limits()).isEqualTo(new Limits(32768, 0, 0, 0));

        Files.writeString(folder.resolve("mine.yaml"), GOOD.replace(".agent/rules.md", "AGENTS.md"));
        assertThatThrownBy(() -> Targets.load(Samples.TARGETS, folder))
                .hasMessageContaining("and mine share the file AGENTS.md, so their front matter, heading");
    }

    @Test
    void knowsOldNames() {
        assertThat(Targets.load(Samples.TARGETS).get("continue_dev").id()).isEqualTo("continue");
    }

    @Test
    void fillsNoAgentTwice() {
        Targets shipped = Targets.load(Samples.TARGETS);
        assertThat(shipped.withoutRepetition(List.of("cursor", "agents_md", "codex", "claude_md", "gemini")))
                .extracting(Target::id).containsExactly("agents_md", "claude_md", "gemini");
        assertThat(shipped.withoutRepetition(List.of("cursor", "copilot"))).extracting(Target::id)
                .containsExactly("cursor", "copilot");
    }

    @Test
    void shippedTargetsReadTargetsThatExist() {
        Targets shipped = Targets.load(Samples.TARGETS);
        assertThat(shipped.all()).flatExtracting(Target::reads).isNotEmpty().allSatisfy(shipped::get);
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
