package dev.buildlog.models.remote;

import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * How an embedding model over HTTP is reached: settings of the home, never of a project.
 *
 * @param provider who answers: {@link Provider#OPENAI} or {@link Provider#OLLAMA}
 * @param model name of the model as the provider calls it
 * @param baseUrl where the provider is reached
 * @param keyFile file with the API key; need not be there
 * @param timeout how long one answer may take
 * @param retries how often a request is made again
 * @param retryDelay pause before the first repetition; doubled each time
 * @param batch how many texts go into one request
 */
record EmbeddingSettings(Provider provider, String model, String baseUrl, Path keyFile, Duration timeout, int retries,
        Duration retryDelay, int batch) {

    /**
     * @param backend name of the similarity backend: {@code openai} or {@code ollama}
     * @param settings settings of the home
     */
    static EmbeddingSettings of(String backend, Settings settings, Path home) {
        Provider provider = Provider.valueOf(backend.toUpperCase(Locale.ROOT));
        String model = settings.text(Keys.EMBEDDINGS_MODEL);
        String baseUrl = settings.text(Keys.EMBEDDINGS_BASE_URL);
        return new EmbeddingSettings(provider, model.equals("default") ? provider.embeddingModel() : model,
                baseUrl.equals("default") ? provider.baseUrl() : baseUrl, home.resolve(settings.text(Keys.EMBEDDINGS_KEY_FILE)),
                Duration.ofSeconds(settings.number(Keys.EMBEDDINGS_TIMEOUT_SECONDS)), settings.number(Keys.EMBEDDINGS_RETRIES),
                Duration.ofMillis(settings.number(Keys.EMBEDDINGS_RETRY_MS)), settings.number(Keys.EMBEDDINGS_BATCH));
    }
}
