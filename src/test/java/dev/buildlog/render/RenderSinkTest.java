package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderSinkTest {

    private static final Candidate RULE = Samples.rule("workflow", "Run tests before commit");

    @TempDir
    Path temporary;

    private Path root;
    private Path agents;

    @BeforeEach
    void makeCheckout() throws IOException {
        root = Files.createDirectory(temporary.resolve("repo"));
        agents = root.resolve("AGENTS.md");
    }

    @Test
    void writesTheBlockAndHandsThePolicyOn() throws IOException {
        Files.writeString(agents, "# Mine\n");
        Policy policy = Samples.policy(root, RULE);

        assertThat(sink("agents_md").render(policy)).isSameAs(policy);

        assertThat(agents).content().startsWith("# Mine\n\n<!-- buildlog:begin policy=pol-0123456789 hash=")
                .contains("- Run tests before commit\n").endsWith("<!-- buildlog:end -->\n");
        assertThat(files()).containsExactly("AGENTS.md");
    }

    @Test
    void leavesAFileThatIsUpToDateUntouched() throws IOException {
        sink("agents_md").render(Samples.policy(root, RULE));
        FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(agents, before);

        sink("agents_md").render(Samples.policy(root, RULE));

        assertThat(Files.getLastModifiedTime(agents)).isEqualTo(before);
    }

    @Test
    void takesTheFileAwayWithTheLastRule() throws IOException {
        sink("claude_md").render(Samples.policy(root, RULE));
        assertThat(files()).containsExactly("CLAUDE.md");

        sink("claude_md").render(Samples.policy(root));

        assertThat(files()).isEmpty();
    }

    @Test
    void hasNothingToDoWithoutACheckout() {
        Policy policy = new Policy("pol-1", new PublishRequest("p", ""), Instant.EPOCH, List.of(RULE), List.of());

        assertThat(sink("agents_md").render(policy)).isSameAs(policy);
    }

    @Test
    void twoTargetsMayShareAFileThroughALink() throws IOException {
        Files.writeString(agents, "# Mine\n");
        Files.createSymbolicLink(root.resolve("CLAUDE.md"), Path.of("AGENTS.md"));
        sink("agents_md").render(Samples.policy(root, RULE));
        String rendered = Files.readString(agents);

        sink("claude_md").render(Samples.policy(root, RULE));

        assertThat(agents).hasContent(rendered);
        assertThat(root.resolve("CLAUDE.md")).isSymbolicLink();
    }

    @Test
    void refusesLinksOutOfTheCheckout() throws IOException {
        Path outside = Files.writeString(temporary.resolve("secret.md"), "secret\n");
        Files.createSymbolicLink(agents, outside);
        assertRefused("behind a link out of the checkout");
        assertThat(outside).hasContent("secret\n");

        Files.delete(agents);
        Files.createDirectory(root.resolve(".git"));
        Files.createSymbolicLink(agents, Files.writeString(root.resolve(".git/config"), "x"));
        assertRefused("link into .git");

        Files.delete(agents);
        Files.createSymbolicLink(agents, temporary.resolve("nowhere.md"));
        assertRefused("link to a file that does not exist");
    }

    @Test
    void refusesWhatItCannotWriteAndLeavesNothingBehind() throws IOException {
        Files.createDirectory(agents);
        assertRefused("not a regular file");
        Files.delete(agents);

        Files.writeString(agents, "a\n<!-- buildlog:end -->\n");
        assertRefused(":2: a block ends here");
        assertThat(agents).hasContent("a\n<!-- buildlog:end -->\n");
        assertThat(files()).containsExactly("AGENTS.md");
    }

    @Test
    void leavesWhatAPersonEditedAloneUntilForced() throws IOException {
        sink("agents_md").render(Samples.policy(root, RULE));
        String edited = Files.readString(agents).replace("Run tests", "Never run tests");
        Files.writeString(agents, edited);
        Candidate other = Samples.rule("workflow", "Ask first");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> sink("agents_md").render(Samples.policy(root, other)))
                    .hasMessageContaining("a copy is in .buildlog/conflicts/AGENTS.md.")
                    .hasMessageContaining("buildlog render --force --target agents_md");
        }
        assertThat(agents).hasContent(edited);

        RenderSink forced = sink("agents_md");
        forced.setForce(true);
        forced.render(Samples.policy(root, other));

        assertThat(agents).content().contains("- Ask first").doesNotContain("Never run");
        try (Stream<Path> kept = Files.list(root.resolve(".buildlog/conflicts"))) {
            assertThat(kept).singleElement().satisfies(copy -> assertThat(copy).hasContent(edited));
        }
    }

    @Test
    void keepsNoCopyBehindALink() throws IOException {
        sink("agents_md").render(Samples.policy(root, RULE));
        Files.writeString(agents, Files.readString(agents).replace("Run tests", "Run no tests"));
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createDirectory(root.resolve(".buildlog"));
        Files.createSymbolicLink(root.resolve(".buildlog/conflicts"), outside);

        assertRefused("behind a link");

        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void oneFileThatCannotBeWrittenKeepsNoOtherFromIt() throws IOException {
        Files.createDirectory(agents);

        assertThatThrownBy(() -> sink("agents_md, claude_md").render(Samples.policy(root, RULE)))
                .hasMessageContaining("AGENTS.md: it is not a regular file");

        assertThat(root.resolve("CLAUDE.md")).content().contains("- Run tests before commit");
    }

    @Test
    void aBlockOfAnotherLedgerIsNoEdit() throws IOException {
        sink("agents_md").render(Samples.policy(root, Samples.rule("workflow", "Written elsewhere")));

        sink("agents_md").render(Samples.policy(root, RULE));

        assertThat(agents).content().contains("- Run tests before commit").doesNotContain("elsewhere");
    }

    @Test
    void saysThatACheckoutIsGone() {
        assertThatThrownBy(() -> sink("agents_md").render(Samples.policy(temporary.resolve("gone"), RULE)))
                .isInstanceOf(BuildlogException.class).hasMessageContaining("is not there (any more)");
        assertThat(temporary.resolve("gone")).doesNotExist();
    }

    @Test
    void writersOfOneFileLoseNoTextOfIt() throws Exception {
        Files.writeString(agents, "# Mine\n");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Policy>> all = threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<Policy>>mapToObj(i -> () -> sink("agents_md").render(
                            Samples.policy(root, Samples.rule("workflow", "Rule " + i))))
                    .toList());
            for (Future<Policy> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        sink("agents_md").render(Samples.policy(root));
        assertThat(Files.readString(agents)).isEqualTo("# Mine\n");
        assertThat(files()).containsExactly("AGENTS.md");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> sink("agents_md").render(Samples.policy(root, RULE)))
                .isInstanceOf(BuildlogException.class).hasMessageContaining("AGENTS.md").hasMessageContaining(reason);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static RenderSink sink(String target) {
        RenderSink sink = new RenderSink();
        sink.setTarget(target);
        sink.setTargets(Samples.TARGETS + ", " + Samples.TARGETS.resolve("missing"));
        return sink;
    }
}
