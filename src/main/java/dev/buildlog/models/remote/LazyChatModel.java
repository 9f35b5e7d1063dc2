package dev.buildlog.models.remote;

import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import dev.buildlog.consult.Answers;
import dev.buildlog.consult.Meter;
import dev.buildlog.model.BuildlogException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The model that routes name: made at the first question, from the settings of the home as they are then. */
public final class LazyChatModel implements ChatModel {

    private final Supplier<ChatModel> made;
    private @Nullable ChatModel model;

    private LazyChatModel(Supplier<ChatModel> made) {
        this.made = made;
    }

    /**
     * @param application folder with the shipped {@code components}
     * @param settings settings of the home, without any project's
     * @param environment variables of the process
     */
    public static ChatModel of(Path application, Path home, Supplier<Settings> settings, Map<String, String> environment,
            Answers answers, Meter meter, Clock clock) {
        return new LazyChatModel(() -> {
            Settings now = settings.get();
            if (now.text(Keys.LLM_PROVIDER).equals("none")) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                        "no language model is configured: set llm.provider in the home's config.yaml", null);
            }
            ChatSettings chat = ChatSettings.of(now, home);
            Prices prices = Prices.read(List.of(application.resolve("components/prices.yaml"),
                    home.resolve("components/prices.yaml")));
            ChatModel provider = chat.provider().build(chat, key(chat, environment), new PlainHttpBuilder());
            ChatModel metered = new MeteringChatModel(new PatientChatModel(provider, chat), chat, prices, meter, clock);
            return new RememberingChatModel(metered, chat, answers, meter, clock);
        });
    }

    private static String key(ChatSettings chat, Map<String, String> environment) {
        return ApiKey.find(chat.provider(), chat.baseUrl(), chat.keyFile(), environment);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return model().chat(request);
    }

    private synchronized ChatModel model() {
        ChatModel now = model;
        if (now == null) {
            now = made.get();
            model = now;
        }
        return now;
    }
}
