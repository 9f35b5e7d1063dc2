package dev.buildlog.models.remote;

import static dev.buildlog.models.remote.FakeProvider.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.config.Settings;
import dev.buildlog.curate.Deduplicator;
import dev.buildlog.curate.Embedder;
import dev.buildlog.curate.EmbeddingSimilarity;
import dev.buildlog.curate.Similarities;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.curate.VectorCache;
import dev.buildlog.curate.Vectors;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.RememberedVectors;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.models.remote.FakeProvider.Asked;
import dev.buildlog.models.remote.FakeProvider.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embedding models over HTTP, as each provider speaks. */
class RemoteEmbedderTest {

    @TempDir
    Path home;

    private final FakeProvider fake = new FakeProvider(RemoteEmbedderTest::vectors);

    @AfterEach
    void close() {
        fake.close();
    }

    /** A vector of two components for each text: its length, and 1. */
    private static Reply vectors(Asked request) {
        JsonNode input = request.body().get("input");
        List<Integer> lengths = input.isArray()
                ? IntStream.range(0, input.size()).mapToObj(i -> input.get(i).asText().length()).toList()
                : List.of(input.asText().length());
        boolean openai = request.path().endsWith("/embeddings");
        String all = IntStream.range(0, lengths.size()).mapToObj(i -> openai
                ? "{\"object\":\"embedding\",\"index\":" + i + ",\"embedding\":[" + lengths.get(i) + ",1]}"
                : "[" + lengths.get(i) + ",1]").collect(Collectors.joining(","));
        return new Reply.Raw(200, Map.of(), openai
                ? "{\"object\":\"list\",\"model\":\"m\",\"data\":[" + all + "],\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}"
                : "{\"model\":\"m\",\"embeddings\":[" + all + "]}");
    }

    private Embedder embedder(String backend, String... more) {
        Map<String, String> options = new HashMap<>(Map.of("embeddings.base_url", fake.url() + (backend.equals("openai") ? "/v1" : ""),
                "embeddings.batch", "2", "embeddings.retry_ms", "1", "embeddings.timeout_seconds", "1"));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return RemoteEmbedder.of(backend, Settings.load(home, null, Map.of(), options), home, Map.of("OPENAI_API_KEY", "sk-test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "ollama"})
    void asksInBatchesAndKeepsTheOrder(String backend) {
        List<float[]> found = embedder(backend).embed(List.of("a", "bb", "ccc", " "));
        assertThat(found).extracting(vector -> vector[0]).containsExactly(1f, 2f, 3f, 1f);
        assertThat(fake.asked()).hasSize(2).allSatisfy(request -> assertThat(request.body().get("input")).hasSize(2));
    }

    @Test
    void sendsTheKeyToItsProviderOnly() {
        embedder("openai").embed(List.of("a"));
        assertThat(fake.asked().get(0).headers().get("Authorization")).containsExactly("Bearer sk-test");
        embedder("ollama").embed(List.of("a"));
        assertThat(fake.asked().get(1).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void asksAgainWhereTheProviderIsBusy() {
        fake.answer(request -> fake.asked().size() < 3 ? status(429) : vectors(request));
        assertThat(embedder("openai").embed(List.of("a"))).hasSize(1);
        assertThat(fake.asked()).hasSize(3);
    }

    @Test
    void takesNothingThatIsNoAnswer() {
        Embedder embedder = embedder("openai", "embeddings.retries", "0");
        fake.answer(request -> new Reply.Raw(200, Map.of(), "{\"data\":[]}"));
        assertThatThrownBy(() -> embedder.embed(List.of("a"))).isInstanceOf(ModelUnavailableException.class);
        fake.answer(request -> status(400));
        assertThatThrownBy(() -> embedder.embed(List.of("a"))).isInstanceOf(ModelUnavailableException.class);
        fake.answer(request -> new Reply.HangsUp());
        assertThatThrownBy(() -> embedder.embed(List.of("a"))).isInstanceOf(ModelUnavailableException.class);
        fake.answer(request -> new Reply.Silence());
        assertThatThrownBy(() -> embedder.embed(List.of("a"))).isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("no answer within");
    }

    @Test
    void saysWhereAKeyBelongsThatIsMissing() {
        Embedder keyless = RemoteEmbedder.of("openai", Settings.load(home, null, Map.of(), Map.of()), home, Map.of());
        assertThatThrownBy(() -> keyless.embed(List.of("a"))).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("OPENAI_API_KEY");
    }

    @Test
    void remembersVectorsInTheLedger() {
        try (Ledger ledger = Ledger.open(home)) {
            Vectors vectors = new Vectors(embedder("openai"), new RememberedVectors(ledger));
            List<byte[]> first = vectors.of(List.of("Keep PRs small", "Log in JSON"));
            List<byte[]> again = new Vectors(embedder("openai"), new RememberedVectors(ledger))
                    .of(List.of("Log in JSON", "Keep pull requests small"));
            assertThat(again.get(0)).isEqualTo(first.get(1));
            assertThat(again.get(1)).isEqualTo(first.get(0));
            assertThat(fake.asked()).hasSize(1);
        }
    }

    @Test
    void anUnreachableModelHoldsNoEntryUp() {
        fake.answer(request -> status(503));
        Deduplicator deduplicator = new Deduplicator();
        deduplicator.setSimilarities(new Similarities(List.of(new TokenSimilarity(), new EmbeddingSimilarity("openai", 0.7,
                new Vectors(embedder("openai", "embeddings.retries", "0"), VectorCache.NONE)))));
        deduplicator.setBackend("openai");
        EntryVersion entry = EntryVersion.of("p", Holder.SUBMISSION, "a.md", LocalDate.of(2026, 1, 10), "hash", "", Instant.EPOCH)
                .withInsights(List.of(new Insight("Keep PRs small", "workflow", 1, "", "", "test", null)));

        EntryVersion meanwhile = deduplicator.fingerprint(entry);
        assertThat(meanwhile.postponed()).isTrue();
        assertThat(backend(meanwhile)).isEqualTo("token");
        assertThat(meanwhile.remarks()).singleElement()
                .satisfies(remark -> assertThat(remark.reason()).startsWith("Compared by words for now"));

        fake.answer(RemoteEmbedderTest::vectors);
        EntryVersion later = deduplicator.fingerprint(entry);
        assertThat(later.postponed()).isFalse();
        assertThat(backend(later)).isEqualTo("openai");
    }

    private static String backend(EntryVersion entry) {
        Fingerprint fingerprint = entry.insights().get(0).fingerprint();
        return fingerprint == null ? "" : fingerprint.backend();
    }
}
