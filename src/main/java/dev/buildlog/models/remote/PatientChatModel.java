package dev.buildlog.models.remote;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Locale;

/** Asks a chat model with {@link Patience}. */
final class PatientChatModel implements ChatModel {

    private final ChatModel model;
    private final Patience patience;

    PatientChatModel(ChatModel model, ChatSettings settings) {
        this.model = model;
        this.patience = new Patience(settings.provider().name().toLowerCase(Locale.ROOT) + " at " + settings.baseUrl(),
                settings.timeout(), settings.retries(), settings.retryDelay(), settings.parallel());
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return patience.ask(() -> model.chat(request));
    }
}
