package dev.buildlog.models.remote;

import dev.buildlog.consult.Answers;
import dev.buildlog.consult.Meter;
import dev.buildlog.consult.Question;
import dev.buildlog.consult.Usage;
import dev.buildlog.model.Sha256;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Gives a known answer to a known question: the same provider, model, prompt and data. Names the model and the form of the answer
 * in the questions that go on.
 */
final class RememberingChatModel implements ChatModel {

    private final ChatModel model;
    private final ChatSettings settings;
    private final Answers answers;
    private final Meter meter;
    private final Clock clock;

    RememberingChatModel(ChatModel model, ChatSettings settings, Answers answers, Meter meter, Clock clock) {
        this.model = model;
        this.settings = settings;
        this.answers = answers;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        Question question = Question.of(request.messages());
        String name = question.model().isEmpty() ? settings.model() : question.model();
        StringBuilder all = new StringBuilder().append(settings.provider()).append('\n').append(settings.baseUrl()).append('\n')
                .append(name).append('\n').append(settings.maxOutputTokens());
        request.messages().forEach(message -> all.append('\n').append(text(message)));
        String key = Sha256.of(all.toString());
        String known = answers.find(key).orElse(null);
        if (known != null) {
            meter.count(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), usage(question, name, 1));
            return ChatResponse.builder().aiMessage(AiMessage.from(known)).modelName(name).build();
        }
        ChatRequest.Builder asked = ChatRequest.builder().messages(request.messages()).modelName(name);
        if (settings.structured() && question.schema() != null) {
            asked.responseFormat(ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(question.schema()).build());
        }
        ChatResponse response = model.chat(asked.build());
        String text = response.aiMessage().text();
        if (text != null) {
            answers.keep(key, usage(question, name, 0), text);
        }
        return response;
    }

    private static Usage usage(Question question, String name, long remembered) {
        return new Usage(question.project(), question.task(), name, question.prompt(), 0, remembered, 0, 0, 0, 0, 0);
    }

    private static String text(ChatMessage message) {
        return message instanceof UserMessage user ? "user " + user.contents()
                : message instanceof SystemMessage system ? "system " + system.text() : message.toString();
    }
}
