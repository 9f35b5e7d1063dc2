package dev.buildlog.models.remote;

import dev.buildlog.config.Settings;
import dev.buildlog.curate.Embedder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sentence model that a provider runs, asked over HTTP in batches. */
public final class RemoteEmbedder implements Embedder {

    /** Requests at once; a batch is large already. */
    private static final int PARALLEL = 2;

    private final String name;
    private final EmbeddingSettings settings;
    private final Map<String, String> environment;
    private final Patience patience;
    private @Nullable EmbeddingModel model;

    private RemoteEmbedder(String backend, EmbeddingSettings settings, Map<String, String> environment) {
        this.name = backend + "/" + settings.model();
        this.settings = settings;
        this.environment = environment;
        this.patience = new Patience(backend + " at " + settings.baseUrl(), settings.timeout(), settings.retries(),
                settings.retryDelay(), PARALLEL);
    }

    /**
     * @param backend {@code openai} or {@code ollama}
     * @param settings settings of the home, without any project's
     * @param environment variables of the process
     */
    public static Embedder of(String backend, Settings settings, Path home, Map<String, String> environment) {
        return new RemoteEmbedder(backend, EmbeddingSettings.of(backend, settings, home), environment);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * @throws ModelUnavailableException if there is no answer now, or one that is none
     * @throws dev.buildlog.model.BuildlogException (bad configuration) if the provider needs a key and there is none
     */
    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += settings.batch()) {
            List<TextSegment> batch = texts.subList(from, Math.min(texts.size(), from + settings.batch())).stream()
                    .map(text -> TextSegment.from(text.trim().isEmpty() ? "." : text))
                    .toList();
            List<Embedding> answer = ask(batch);
            if (answer.size() != batch.size()) {
                throw new ModelUnavailableException(name + " gave " + answer.size() + " vectors for " + batch.size() + " texts",
                        null);
            }
            answer.forEach(embedding -> vectors.add(embedding.vector()));
        }
        if (vectors.stream().anyMatch(vector -> vector.length == 0 || vector.length != vectors.get(0).length)) {
            throw new ModelUnavailableException(name + " gave vectors of different lengths", null);
        }
        return vectors;
    }

    private List<Embedding> ask(List<TextSegment> batch) {
        try {
            EmbeddingModel asked = model();
            return patience.ask(() -> asked.embedAll(batch).content());
        } catch (InvalidRequestException e) {
            throw new ModelUnavailableException(name + " refuses the texts: " + e.getMessage(), e);
        }
    }

    private synchronized EmbeddingModel model() {
        EmbeddingModel now = model;
        if (now == null) {
            String key = ApiKey.find(settings.provider(), settings.baseUrl(), settings.keyFile(), environment);
            now = settings.provider().embeddings(settings, key, new PlainHttpBuilder());
            model = now;
        }
        return now;
    }
}
