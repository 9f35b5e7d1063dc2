package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.config.Keys;
import dev.buildlog.pipeline.Preview;
import dev.buildlog.pipeline.Sync;
import dev.buildlog.render.FileTarget;
import dev.buildlog.render.Share;
import dev.buildlog.render.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the journal of the demo becomes in the file of every shipped target, as {@code src/test/resources/targets/demo} keeps it. The
 * rules are what the routes chose. With {@code -Dbuildlog.docs=write} the files are made anew.
 */
class DemoTargetsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/targets/demo");

    @TempDir
    static Path folder;

    private static Assembly parts;
    private static Preview preview;
    private static Path written;
    private static int tokens;

    @BeforeAll
    static void theDemoOnce() throws IOException {
        PrintWriter nobody = new PrintWriter(OutputStream.nullOutputStream());
        // soon after its last entry; the demo itself leaves nothing to chance
        Workplace asked = new Workplace(folder, folder.resolve("none"), Path.of("").toAbsolutePath(),
                Map.of("BUILDLOG_PUBLISH_MAX_TOKENS", "0", "BUILDLOG_EMISSIONS_ENABLED", "false"), Map.of(), new ByteArrayInputStream(new byte[0]), nobody, nobody,
                Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC), Verbosity.QUIET);
        Demo demo = Demo.create(asked, folder);
        Workplace here = demo.workplace();
        parts = Assembly.at(here);
        try (Sync sync = Sync.open(parts.core(), demo.repository(), parts.settings(), parts.front())) {
            assertThat(sync.run().problems()).isEmpty();
        }
        written = demo.repository();
        tokens = here.settings().number(Keys.PUBLISH_MAX_TOKENS);
        preview = Preview.of(parts.core(), parts.plan(), parts.settings(), parts::front);
    }

    @AfterAll
    static void end() {
        parts.close();
    }

    static Stream<String> targets() {
        return preview.targets().all().stream().map(Target::id);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void writesItsFile(String id, @TempDir Path root) throws IOException {
        String text = rendered(id, root);
        Path golden = GOLDEN.resolve(id + ".golden");
        if ("write".equals(System.getProperty("buildlog.docs"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(golden).exists().content(StandardCharsets.UTF_8).isEqualTo(text);
    }

    private static String rendered(String id, Path root) throws IOException {
        Target target = preview.targets().get(id);
        Share share = Share.of(preview.targets(), target, preview.policy().at(root.toString())).withDefaultTokens(tokens);
        new FileTarget(root, share.target()).render(share.policy(), false);
        return withoutIds(Files.readString(root.resolve(target.path())));
    }

    @Test
    void theRoutesWroteTheSame(@TempDir Path root) throws IOException {
        assertThat(withoutIds(Files.readString(written.resolve("AGENTS.md")))).isEqualTo(rendered("agents_md", root));
        assertThat(withoutIds(Files.readString(written.resolve("CLAUDE.md")))).isEqualTo(rendered("claude_md", root));
    }

    @Test
    void everyTargetHasOneAndNoOtherIsKept() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".golden", "")))
                    .containsExactlyInAnyOrderElementsOf(targets().toList()).hasSize(26);
        }
    }

    /** A policy's id comes of its draw. */
    private static String withoutIds(String text) {
        return text.replaceAll("pol-[0-9a-f]+", "pol-0123456789");
    }
}
