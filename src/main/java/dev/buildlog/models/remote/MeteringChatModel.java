package dev.buildlog.models.remote;

import dev.buildlog.consult.Meter;
import dev.buildlog.consult.Question;
import dev.buildlog.consult.Usage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts what every question uses, and asks nothing more once the budget is spent. */
final class MeteringChatModel implements ChatModel {

    private static final long NANOS_IN_A_CENT = 10_000_000;
    /** Few tokens have less characters than this: what a question is thought to use before its answer is there. */
    private static final int CHARACTERS_A_TOKEN = 3;

    private final ChatModel model;
    private final ChatSettings settings;
    private final Prices prices;
    private final Meter meter;
    private final Clock clock;
    private Meter.Total reserved = new Meter.Total(0, 0);

    MeteringChatModel(ChatModel model, ChatSettings settings, Prices prices, Meter meter, Clock clock) {
        this.model = model;
        this.settings = settings;
        this.prices = prices;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        String name = request.modelName() == null ? settings.model() : request.modelName();
        Provider.Tokens most = new Provider.Tokens(characters(request) / CHARACTERS_A_TOKEN, settings.maxOutputTokens(), 0, 0);
        Meter.Total likely = new Meter.Total(most.input() + most.output(), cost(name, most));
        reserve(likely);
        try {
            ChatResponse response = model.chat(request);
            Provider.Tokens used = response.tokenUsage() == null ? most : settings.provider().tokens(response.tokenUsage());
            Question question = Question.of(request.messages());
            meter.count(today(), new Usage(question.project(), question.task(), name, question.prompt(), 1, 0, used.input(),
                    used.output(), used.cached(), used.written(), cost(name, used)));
            return response;
        } finally {
            release(likely);
        }
    }

    /** Counts the most that questions under way can cost, so that together they stay within the budget. */
    private synchronized void reserve(Meter.Total likely) {
        LocalDate today = today();
        Meter.Total day = meter.between(today, today);
        Meter.Total month = meter.between(today.withDayOfMonth(1), today);
        long nanos = reserved.nanos() + likely.nanos();
        refuse("day's", "llm.budget_day_cents", day.nanos() + nanos, settings.dayCents() * NANOS_IN_A_CENT);
        refuse("month's", "llm.budget_month_cents", month.nanos() + nanos, settings.monthCents() * NANOS_IN_A_CENT);
        refuse("day's", "llm.budget_day_tokens", day.tokens() + reserved.tokens() + likely.tokens(), settings.dayTokens());
        reserved = new Meter.Total(reserved.tokens() + likely.tokens(), nanos);
    }

    private synchronized void release(Meter.Total likely) {
        reserved = new Meter.Total(reserved.tokens() - likely.tokens(), reserved.nanos() - likely.nanos());
    }

    private static void refuse(String whose, String key, long would, long limit) {
        if (limit > 0 && would > limit) {
            throw new ModelUnavailableException("the " + whose + " budget of language models is spent (" + key + ")", null);
        }
    }

    private long cost(String name, Provider.Tokens tokens) {
        return settings.provider() == Provider.OLLAMA ? 0 : prices.of(name).map(price -> price.of(tokens)).orElse(0L);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static long characters(ChatRequest request) {
        return request.messages().stream().mapToLong(message -> message instanceof UserMessage user
                ? user.contents().toString().length()
                : message instanceof SystemMessage system ? system.text().length() : 0).sum();
    }
}
