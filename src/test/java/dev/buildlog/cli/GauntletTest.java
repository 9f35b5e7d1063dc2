package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.models.DocumentServer;
import dev.buildlog.seed.SeedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code buildlog gauntlet} with the shipped routes and components. */
class GauntletTest {

    private static final Path SHIPPED = Path.of("").toAbsolutePath();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    private static final String GUIDE = """
            # API guide

            ## Lists

            - Bound every list endpoint
              - Context: Any endpoint returning a collection
              - Avoid: Returning the whole table
              - Why: Unbounded reads take the service down
            - Pin versions

            ## Streams

            | Rule | When | Avoid | Why |
            |---|---|---|---|
            | Close every stream | code that opens files | waiting for the collector | handles run out |
            """;

    @TempDir
    Path folder;

    private Path repository;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.toRealPath().resolve("shop"));
        Files.createDirectories(repository.resolve(".git/refs"));
        Files.createDirectories(repository.resolve(".git/objects"));
        Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.createDirectories(repository.resolve("docs"));
        Files.writeString(repository.resolve("docs/guide.md"), GUIDE);
        environment.put("BUILDLOG_HOME", folder.resolve("home").toString());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Main(repository, SHIPPED, environment, InputStream.nullInputStream(), out, err, CLOCK).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path seeds() {
        return repository.resolve(".buildlog/seeds/api_guard.yaml");
    }

    private SeedFile read() throws IOException {
        return SeedReader.read("x", Files.readString(seeds())).orThrow();
    }

    @Test
    void rulesOfAFileBecomeASeedFile() throws IOException {
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard")).isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo("""
                api_guard: 2 rules of 1 source
                  found 3, repeated 0, set aside 1
                  general 2
                Wrote .buildlog/seeds/api_guard.yaml (version 1)
                """);
        assertThat(err()).contains("file:docs/guide.md:9: set aside: it has no antipattern and no rationale: Pin versions");
        assertThat(read().rules()).extracting(SeedRule::rule).containsExactly("Bound every list endpoint", "Close every stream");
        assertThat(read().rules().get(1).provenance()).containsEntry("id", "api_guard:986e9be6")
                .containsEntry("source", "file:docs/guide.md").containsEntry("line", 15).containsEntry("confidence", 1.0);

        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("says all that already (version 1)");
    }

    @Test
    void aDryRunShowsAndWritesNothing() throws IOException {
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard", "--dry-run", "--json"))
                .isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(out());
        assertThat(result.get("rule_count").asInt()).isEqualTo(2);
        assertThat(result.at("/preview/categories/general").asInt()).isEqualTo(2);
        assertThat(result.at("/preview/sample_rules/0/rule").asText()).isEqualTo("Bound every list endpoint");
        assertThat(result.at("/set_aside/0/line").asInt()).isEqualTo(9);
        assertThat(result.has("output_path")).isFalse();
        assertThat(seeds()).doesNotExist();
    }

    @Test
    void noRulesAreAnErrorAndLeaveWhatIsThere() throws IOException {
        Files.writeString(repository.resolve("docs/prose.md"), "# Prose\n\nNothing but words.\n");
        Files.writeString(repository.resolve("docs/bare.md"), "- Pin versions\n");
        run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard");
        String before = Files.readString(seeds());

        assertThat(run("gauntlet", "generate", "docs/prose.md", "-p", "api_guard", "--force")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("No rules found");
        assertThat(run("gauntlet", "generate", "docs/bare.md", "-p", "api_guard", "--force")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("--keep-incomplete");
        assertThat(run("gauntlet", "generate", "docs/bare.md", "-p", "api_guard", "--json")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("docs/bare.md:1: set aside");
        assertThat(seeds()).hasContent(before);
        assertThat(run("gauntlet", "generate", "docs/bare.md", "-p", "other", "--keep-incomplete")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void handMadeFilesAreMergedOrKeptBeside() throws IOException {
        Files.createDirectories(seeds().getParent());
        String ours = "# ours\npersona: api_guard\nversion: 4\nrules:\n- rule: Close every stream\n  rationale: we know why\n";
        Files.writeString(seeds(), ours);
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("--merge", "--force");
        assertThat(seeds()).hasContent(ours);

        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard", "--merge")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("Kept .buildlog/seeds/api_guard.yaml.", "version 5");
        assertThat(read().rules()).extracting(SeedRule::rationale)
                .containsExactly("we know why", "Unbounded reads take the service down");
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard", "--merge", "--force"))
                .isEqualTo(ExitCode.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/x", "a b", "", "con", "A"})
    void hostilePersonasWriteNothing(String persona) {
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", persona, "--force")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("persona");
        assertThat(run("gauntlet", "sources", "add", "https://example.org", "-p", persona)).isEqualTo(ExitCode.FAILED);
        assertThat(repository.resolve(".buildlog")).doesNotExist();
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        assertThat(run("gauntlet", "generate", "docs/none.md", "-p", "p")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("docs/none.md is not a file");
        Files.write(repository.resolve("docs/x.md"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(run("gauntlet", "generate", "docs/x.md", "-p", "p")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("docs/x.md: it is no text in UTF-8");
        assertThat(run("gauntlet", "generate", "-p", "p")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("gauntlet sources add");
        assertThat(run("gauntlet", "generate", "docs/guide.md")).isEqualTo(ExitCode.USAGE);
        assertThat(run("gauntlet")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void secretsNeverReachASeedFile() throws IOException {
        Files.writeString(repository.resolve("docs/guide.md"),
                GUIDE.replace("Returning the whole table", "the key AKIAIOSFODNN7EXAMPLE in code"));
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard")).isEqualTo(ExitCode.DONE);
        assertThat(seeds()).content().doesNotContain("AKIAIOSFODNN7EXAMPLE").contains("in code");
    }

    @Test
    void sourcesOfThePersonaAreFetchedAndRead() throws IOException {
        try (DocumentServer server = DocumentServer.http()) {
            server.put("/guide", 200, "Content-Type", "text/html",
                    "<h2>Locks</h2><ul><li>Order all locks<ul><li>When: two locks</li>"
                    + "<li>Avoid: nesting at will</li><li>Why: deadlocks</li></ul></li></ul>");
            environment.put("BUILDLOG_SOURCES_PRIVATE_HOSTS", "true");
            assertThat(run("gauntlet", "sources", "add", server.url("/guide"), "-p", "api_guard", "--name", "Locks guide",
                    "--type", "blog_post")).isEqualTo(ExitCode.DONE);
            run("gauntlet", "sources", "add", "file:docs/guide.md", "-p", "api_guard");
            run("gauntlet", "sources", "add", server.url("/missing"), "-p", "api_guard");
            assertThat(run("gauntlet", "sources", "list", "-p", "api_guard")).isEqualTo(ExitCode.DONE);
            assertThat(out().lines()).hasSize(3).allMatch(line -> line.startsWith("pending"));

            assertThat(run("gauntlet", "sources", "fetch", "-p", "api_guard", "--json")).isEqualTo(ExitCode.FAILED);
            JsonNode result = new ObjectMapper().readTree(out());
            assertThat(result.get("cached").asInt()).isEqualTo(2);
            assertThat(result.at("/sources/2/error").asText()).contains("404");

            assertThat(run("gauntlet", "generate", "-p", "api_guard")).isEqualTo(ExitCode.DONE);
            assertThat(err()).contains("404");
            assertThat(read().rules()).extracting(SeedRule::rule)
                    .containsExactly("Order all locks", "Bound every list endpoint", "Close every stream");
            assertThat(read().rules().get(0).references()).containsExactly(
                    new SeedRule.Reference(server.url("/guide"), "Locks guide"));
            assertThat(server.requests.stream().filter(request -> request.startsWith("/guide"))).hasSize(1);
        }
    }

    @Test
    void aManifestOfAStrangerReachesNeitherThisMachineNorItsFiles() throws IOException {
        try (DocumentServer server = DocumentServer.http()) {
            server.markdown("/admin", "- secret\n");
            Path manifest = repository.resolve(".buildlog/sources/api_guard/manifest.yaml");
            Files.createDirectories(manifest.getParent());
            Files.createDirectories(repository.resolve(".buildlog"));
            Files.writeString(manifest, "persona: api_guard\nentries:\n- {name: a, domain: d, url: \"" + server.url("/admin")
                    + "\"}\n- {name: b, domain: d, url: \"file:///etc/passwd\"}\n");
            assertThat(run("gauntlet", "generate", "-p", "api_guard")).isEqualTo(ExitCode.FAILED);
            assertThat(err()).contains("use https:", "outside");
            assertThat(server.requests).isEmpty();

            Files.writeString(repository.resolve(".buildlog/config.yaml"), "sources:\n  private_hosts: true\n");
            assertThat(run("gauntlet", "generate", "-p", "api_guard")).isEqualTo(ExitCode.BAD_CONFIGURATION);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aTeamsOwnExtractorsServeSourcesToo() throws IOException {
        assertThat(run("routes", "eject", "seeds")).isEqualTo(ExitCode.DONE);
        Path route = repository.resolve(".buildlog/routes/seeds.camel.yaml");
        Files.writeString(route, Files.readString(route).replace("""
                            uri: kamelet:categorize-keywords-action
                """, """
                            uri: kamelet:extract-pattern-action
                            parameters:
                              pattern: "(Services MUST [^.]*)"
                              category: must
                            description: What standards demand
                        - to:
                            id: security-words
                            uri: kamelet:categorize-keywords-action
                            parameters:
                              keywords: "files: stream; paging: list endpoint"
                """));
        assertThat(run("routes", "validate")).as(err()).isEqualTo(ExitCode.DONE);
        run("trust");
        Files.writeString(repository.resolve("docs/guide.md"), GUIDE + "\nAll Services MUST log in UTC. Always.\n");
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard", "--keep-incomplete")).as(err())
                .isEqualTo(ExitCode.DONE);
        assertThat(read().rules()).extracting(rule -> rule.rule() + ": " + rule.category()).containsExactly(
                "Bound every list endpoint: paging", "Pin versions: general", "Close every stream: files",
                "Services MUST log in UTC: must");
    }

    @Test
    void aRouteThatFindsNothingOutIsNamed() throws IOException {
        run("routes", "eject", "seeds");
        Path route = repository.resolve(".buildlog/routes/seeds.camel.yaml");
        String text = Files.readString(route);
        Files.writeString(route, text.substring(0, text.indexOf("        - to:\n            id: details")));
        run("trust");
        assertThat(run("gauntlet", "generate", "docs/guide.md", "-p", "api_guard")).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(err()).contains("read-details-action");
    }
}
