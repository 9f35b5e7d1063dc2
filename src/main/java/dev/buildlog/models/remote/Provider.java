package dev.buildlog.models.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/**
 * Who answers questions. No model is told a temperature: newer ones refuse it, and answers are remembered anyway. LangChain4j's
 * own retries are off, as they would multiply with buildlog's.
 */
public enum Provider {
    /** OpenAI, and whatever speaks its chat completions at another address. */
    OPENAI("gpt-5.4-mini", "text-embedding-3-small", "https://api.openai.com/v1", "OPENAI_API_KEY") {
        @Override
        ChatModel build(ChatSettings settings, String key, HttpClientBuilder http) {
            var model = OpenAiChatModel.builder().httpClientBuilder(http).baseUrl(settings.baseUrl())
                    .apiKey(key.isEmpty() ? "none" : key).modelName(settings.model()).timeout(settings.timeout()).maxRetries(0)
                    .strictJsonSchema(true);
            // OpenAI's newer models refuse the older name, other servers do not know the newer one
            return (settings.baseUrl().equals(baseUrl()) ? model.maxCompletionTokens(settings.maxOutputTokens())
                    : model.maxTokens(settings.maxOutputTokens())).build();
        }

        @Override
        EmbeddingModel embeddings(EmbeddingSettings settings, String key, HttpClientBuilder http) {
            return OpenAiEmbeddingModel.builder().httpClientBuilder(http).baseUrl(settings.baseUrl())
                    .apiKey(key.isEmpty() ? "none" : key).modelName(settings.model()).timeout(settings.timeout()).maxRetries(0)
                    .maxSegmentsPerBatch(settings.batch()).build();
        }

        @Override
        Tokens tokens(TokenUsage usage) {
            var details = usage instanceof OpenAiTokenUsage openAi ? openAi.inputTokensDetails() : null;
            long cached = details == null ? 0 : count(details.cachedTokens());
            return new Tokens(Math.max(0, count(usage.inputTokenCount()) - cached), count(usage.outputTokenCount()), cached, 0);
        }
    },
    ANTHROPIC("claude-haiku-5-5", "", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY") {
        @Override
        ChatModel build(ChatSettings settings, String key, HttpClientBuilder http) {
            return AnthropicChatModel.builder().httpClientBuilder(http).baseUrl(settings.baseUrl())
                    .apiKey(key.isEmpty() ? "none" : key).modelName(settings.model()).timeout(settings.timeout()).maxRetries(0)
                    .maxTokens(settings.maxOutputTokens()).build();
        }

        @Override
        Tokens tokens(TokenUsage usage) {
            boolean known = usage instanceof AnthropicTokenUsage;
            return new Tokens(count(usage.inputTokenCount()), count(usage.outputTokenCount()),
                    known ? count(((AnthropicTokenUsage) usage).cacheReadInputTokens()) : 0,
                    known ? count(((AnthropicTokenUsage) usage).cacheCreationInputTokens()) : 0);
        }
    },
    /** A model on this machine, or one's own. */
    OLLAMA("llama3.2", "all-minilm", "http://127.0.0.1:11434", "") {
        @Override
        ChatModel build(ChatSettings settings, String key, HttpClientBuilder http) {
            return OllamaChatModel.builder().httpClientBuilder(http).baseUrl(settings.baseUrl()).modelName(settings.model())
                    .timeout(settings.timeout()).maxRetries(0).numPredict(settings.maxOutputTokens()).build();
        }

        @Override
        EmbeddingModel embeddings(EmbeddingSettings settings, String key, HttpClientBuilder http) {
            return OllamaEmbeddingModel.builder().httpClientBuilder(http).baseUrl(settings.baseUrl())
                    .modelName(settings.model()).timeout(settings.timeout()).maxRetries(0).build();
        }

        @Override
        Tokens tokens(TokenUsage usage) {
            return new Tokens(count(usage.inputTokenCount()), count(usage.outputTokenCount()), 0, 0);
        }
    };

    private final String model;
    private final String embeddingModel;
    private final String baseUrl;
    private final String variable;

    Provider(String model, String embeddingModel, String baseUrl, String variable) {
        this.model = model;
        this.embeddingModel = embeddingModel;
        this.baseUrl = baseUrl;
        this.variable = variable;
    }

    /**
     * What one answer used, each token counted once.
     *
     * @param input read at full price
     * @param output written
     * @param cached read from the provider's cache
     * @param written put into the provider's cache
     */
    record Tokens(long input, long output, long cached, long written) {}

    /** The model that is asked where none is named. */
    String model() {
        return model;
    }

    /** The embedding model that is asked where none is named; empty where it has none. */
    String embeddingModel() {
        return embeddingModel;
    }

    /** Where it is reached where no address is named. */
    String baseUrl() {
        return baseUrl;
    }

    /** The environment variable with its key; empty where it needs none. */
    String variable() {
        return variable;
    }

    abstract ChatModel build(ChatSettings settings, String key, HttpClientBuilder http);

    /** The model that turns texts into vectors; only of those that have one. */
    EmbeddingModel embeddings(EmbeddingSettings settings, String key, HttpClientBuilder http) {
        throw new IllegalStateException(name() + " has no embedding model");
    }

    abstract Tokens tokens(TokenUsage usage);

    private static long count(@org.jspecify.annotations.Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
