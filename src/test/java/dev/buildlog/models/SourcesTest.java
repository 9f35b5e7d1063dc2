package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.seed.ManifestEntry;
import dev.buildlog.seed.PersonaName;
import dev.buildlog.seed.Source;
import dev.buildlog.seed.SourceStatus;
import dev.buildlog.seed.SourceType;
import dev.buildlog.seed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifest and cache of a persona with the fetchers that fill them. */
class SourcesTest {

    private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path root;

    private DocumentServer server;
    private Sources sources;
    private AnySources fetcher;

    @BeforeEach
    void start() throws Exception {
        server = DocumentServer.http();
        sources = new Sources(root, new PersonaName("api_guard"), Duration.ofDays(30));
        fetcher = new AnySources(new FileSources(root, 1_000),
                new HttpSources(HttpSources.Limits.USUAL, true, SSLContext.getDefault()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path folder() {
        return root.resolve(".buildlog/sources/api_guard");
    }

    private void add(String url) {
        assertThat(sources.add(new Source("Guide", url, SourceType.STANDARD, "api", "", List.of("Lists")), DAY)).isTrue();
    }

    private ManifestEntry fetch(Instant now, boolean everything) {
        return sources.fetch(fetcher, now, entry -> everything || entry.status() != SourceStatus.CACHED).get(0);
    }

    private SourceStatus status(Instant now) {
        return sources.list(now).get(0).status();
    }

    @Test
    void aSecondFetchCostsNothingUntilTheTextIsOld() {
        server.markdown("/a?id=1", "- Close streams\n");
        add(server.url("/a?id=1"));
        assertThat(status(DAY)).isEqualTo(SourceStatus.PENDING);

        ManifestEntry cached = fetch(DAY, false);
        assertThat(cached.status()).isEqualTo(SourceStatus.CACHED);
        assertThat(cached.fetchedAt()).isEqualTo(DAY);
        assertThat(sources.text(cached)).contains("- Close streams\n");
        fetch(DAY.plus(Duration.ofDays(30)), false);
        assertThat(server.requests).hasSize(1);

        Instant later = DAY.plus(Duration.ofDays(31));
        assertThat(status(later)).isEqualTo(SourceStatus.STALE);
        assertThat(fetch(later, false).fetchedAt()).isEqualTo(later);
        assertThat(server.requests).hasSize(2).last().asString().doesNotContain("null");
        assertThat(status(later)).isEqualTo(SourceStatus.CACHED);
        assertThat(sources.manifest().orElseThrow().updatedAt()).isEqualTo(DAY);
    }

    @Test
    void whatWasKeptStaysWhenTheServerFails() {
        server.markdown("/a", "- Close streams\n");
        add(server.url("/a"));
        fetch(DAY, false);
        server.put("/a", 503, "Content-Type", "text/plain", "");
        ManifestEntry stale = fetch(DAY, true);
        assertThat(stale.status()).isEqualTo(SourceStatus.STALE);
        assertThat(stale.error()).contains("503");
        assertThat(sources.text(stale)).contains("- Close streams\n");
        assertThat(status(DAY)).isEqualTo(SourceStatus.STALE);
    }

    @Test
    void aSourceThatCannotBeHadFailsAloneAndWithAReason() {
        add(server.url("/missing"));
        add("file:docs/none.md");
        server.markdown("/a", "x").markdown("/empty", " ");
        add(server.url("/a"));
        add(server.url("/empty"));
        fetch(DAY, false);
        assertThat(sources.list(DAY)).extracting(ManifestEntry::status).containsExactly(SourceStatus.FAILED, SourceStatus.FAILED,
                SourceStatus.CACHED, SourceStatus.FAILED);
        assertThat(sources.list(DAY)).extracting(ManifestEntry::error).satisfiesExactly(
                one -> assertThat(one).contains("404"), one -> assertThat(one).contains("there is no file"),
                one -> assertThat(one).isEmpty(), one -> assertThat(one).contains("empty"));
    }

    @Test
    void aTextThatWasChangedOrLostIsFetchedAgain() throws IOException {
        server.markdown("/a", "- Close streams\n");
        add(server.url("/a"));
        fetch(DAY, false);
        Path kept = cache();
        Files.writeString(kept, "- Obey me\n");
        assertThat(status(DAY)).isEqualTo(SourceStatus.STALE);
        assertThat(sources.text(fetch(DAY, false))).contains("- Close streams\n");
        Files.delete(kept);
        assertThat(status(DAY)).isEqualTo(SourceStatus.PENDING);
        assertThat(sources.text(fetch(DAY, false))).contains("- Close streams\n");
        assertThat(server.requests).allMatch(request -> request.endsWith("null"));
    }

    private Path cache() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("cache"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void filesOfTheRepositoryAreSourcesAndNoOthers() throws IOException {
        Path docs = Files.createDirectories(root.resolve("docs"));
        Path outside = Files.writeString(Files.createTempFile("secret", ".md"), "- secret\n");
        try {
            Files.writeString(docs.resolve("my guide.md"), "\uFEFF- Close streams\r\n");
            Files.createSymbolicLink(docs.resolve("link.md"), outside);
            Files.writeString(docs.resolve("large.md"), "x".repeat(1_001));
            List.of("file:docs/my%20guide.md", "file:docs/link.md", "file:../x.md", outside.toUri().toString(), "file:docs",
                    "file:docs/large.md", "file://host/x.md", "file:%00", "file:docs/my%20guide.md#x").forEach(this::add);
            fetch(DAY, false);
            assertThat(sources.list(DAY)).extracting(ManifestEntry::status).containsExactly(SourceStatus.CACHED,
                    SourceStatus.FAILED, SourceStatus.FAILED, SourceStatus.FAILED, SourceStatus.FAILED, SourceStatus.FAILED,
                    SourceStatus.FAILED, SourceStatus.FAILED, SourceStatus.CACHED);
            assertThat(sources.text(sources.list(DAY).get(0))).contains("- Close streams\n");
            assertThat(sources.list(DAY).get(3).error()).contains("outside");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void anAddressIsAddedOnce() {
        add("https://example.org/a");
        assertThat(sources.add(new Source("Other", "https://example.org/a", SourceType.BOOK, "x", "", List.of()),
                DAY.plusSeconds(1)))
                .isFalse();
        assertThat(sources.manifest().orElseThrow().updatedAt()).isEqualTo(DAY);
        assertThatThrownBy(() -> add("ftp://example.org")).hasMessageContaining("must begin with https");
    }

    @Test
    void theManifestIsTheOneOfTheReference() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("manifest.yaml"), """
                persona: api_guard
                version: 1
                created_at: '2026-02-01T10:00:00+00:00'
                updated_at: '2026-02-01T10:00:00+00:00'
                entries:
                - name: Example guide
                  url: https://example.com/guide
                  source_type: reference_doc
                  domain: api
                  description: ''
                  sections: []
                  status: pending
                  fetched_at: null
                  cache_path: null
                  error: null
                  content_hash: null
                """);
        assertThat(sources.list(DAY)).singleElement().satisfies(entry -> {
            assertThat(entry.source().name()).isEqualTo("Example guide");
            assertThat(entry.status()).isEqualTo(SourceStatus.PENDING);
        });
    }

    @Test
    void aManifestOfAStrangerIsCheckedAndNamesNoFile() throws IOException {
        Files.createDirectories(folder());
        Path manifest = folder().resolve("manifest.yaml");
        Files.writeString(manifest, """
                persona: api_guard
                entries:
                - name: a
                  url: gopher://x
                  domain: ''
                  source_type: scroll
                  status: cashed
                  fetched_at: yesterday
                - {name: b, url: "https://example.org", domain: d}
                - {name: c, url: "https://example.org", domain: d}
                """);
        assertThatThrownBy(() -> sources.list(DAY)).isInstanceOf(BuildlogException.class).message()
                .containsSubsequence(manifest + ":4:8: url 'gopher://x'", ":5:11: domain is missing",
                ":6:16: source_type 'scroll'", ":7:11: status",
                        ":8:15: fetched_at", ":10:18: this source stands here a second time");

        Files.writeString(root.resolve("victim"), "mine");
        Files.writeString(manifest, """
                persona: api_guard
                entries:
                - {name: a, url: "file:victim", domain: d, status: cached, cache_path: ../../../victim, content_hash: 00}
                """);
        server.markdown("/a", "x");
        assertThat(status(DAY)).isEqualTo(SourceStatus.PENDING);
        fetch(DAY, false);
        assertThat(root.resolve("victim")).hasContent("mine");
        assertThat(cache()).exists();

        Files.delete(cache());
        Files.delete(folder().resolve("cache"));
        Files.createSymbolicLink(folder().resolve("cache"), root);
        assertThatThrownBy(() -> fetch(DAY, true)).hasMessageContaining("is a link");
    }
}
