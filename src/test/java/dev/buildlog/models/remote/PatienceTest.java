package dev.buildlog.models.remote;

import static dev.buildlog.models.remote.FakeProvider.says;
import static dev.buildlog.models.remote.FakeProvider.status;
import static dev.buildlog.models.remote.ProvidersTest.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.consult.Usage;
import dev.buildlog.models.remote.FakeProvider.Asked;
import dev.buildlog.models.remote.FakeProvider.Reply;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.ChatModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that are busy, slow, broken or expensive. */
class PatienceTest {

    @TempDir
    Path home;

    private final FakeProvider fake = new FakeProvider(request -> says("{}"));
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(home).at(fake, "openai");
    }

    @AfterEach
    void close() {
        fake.close();
        desk.close();
    }

    private static Function<Asked, Reply> oneAfterTheOther(Reply... replies) {
        Iterator<Reply> all = List.of(replies).iterator();
        return request -> all.next();
    }

    @Test
    void aBusyProviderIsAskedAgain() {
        fake.answer(oneAfterTheOther(new Reply.Raw(429, Map.of("Retry-After", "0"), "slow down"), status(503), says("{}")));
        assertThat(desk.model().chat(question("a")).aiMessage().text()).isEqualTo("{}");
        assertThat(fake.asked()).hasSize(3);
        assertThat(desk.usage().lines(LocalDate.EPOCH)).singleElement().satisfies(line ->
                assertThat(line.usage().asked()).isEqualTo(1));
    }

    @Test
    void itIsAskedAsOftenAsConfigured() {
        fake.answer(request -> status(500));
        ChatModel model = desk.with("llm.retries", "1").model();
        assertThatThrownBy(() -> model.chat(question("a"))).isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("HTTP 500");
        assertThat(fake.asked()).hasSize(2);
    }

    @Test
    void aWaitBeyondPatienceIsLeftToALaterRun() {
        fake.answer(request -> new Reply.Raw(429, Map.of("Retry-After", "3600"), ""));
        assertThatThrownBy(() -> desk.model().chat(question("a"))).isInstanceOf(ModelUnavailableException.class);
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void aQuestionThatIsRefusedIsNotRepeated() {
        fake.answer(request -> status(400));
        assertThatThrownBy(() -> desk.model().chat(question("a"))).isInstanceOf(InvalidRequestException.class);
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void whatARefusedKeySaysIsNotRepeatedEither() {
        fake.answer(request -> new Reply.Raw(401, Map.of(), "bad key sk-openai"));
        assertThatThrownBy(() -> desk.model().chat(question("a"))).isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("401").hasMessageNotContaining("sk-openai");
    }

    @Test
    void silenceEndsAfterTheTimeout() {
        fake.answer(request -> new Reply.Silence());
        assertThatThrownBy(() -> desk.with("llm.timeout_seconds", "1").model().chat(question("a")))
                .isInstanceOf(ModelUnavailableException.class).hasMessageContaining("no answer within 1 seconds");
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void brokenAnswersAreNoAnswers() {
        for (Reply broken : List.of(new Reply.HangsUp(), new Reply.Raw(200, Map.of(), "<html>Welcome</html>"),
                new Reply.Raw(200, Map.of(), "{\"choices\": []}"), new Reply.Raw(200, Map.of(), ""),
                new Reply.Raw(200, Map.of(), "x".repeat(5 << 20)))) {
            fake.answer(request -> broken);
            ChatModel model = desk.with("llm.timeout_seconds", "5").model();
            assertThatThrownBy(() -> model.chat(question("a"))).isInstanceOf(ModelUnavailableException.class);
        }
        assertThat(desk.usage().lines(LocalDate.EPOCH)).isEmpty();
    }

    @Test
    void afterSeveralFailuresNobodyIsAskedForAWhile() {
        fake.answer(request -> status(500));
        ChatModel model = desk.with("llm.retries", "0").model();
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> model.chat(question("a"))).isInstanceOf(ModelUnavailableException.class);
        }
        assertThat(fake.asked()).hasSize(5);
    }

    @Test
    void noMoreAreAskedAtOnceThanConfigured() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        fake.answer(request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            return says("{}");
        });
        ChatModel model = desk.with("llm.parallel", "2").model();
        CompletableFuture<?>[] all = new CompletableFuture<?>[20];
        for (int i = 0; i < all.length; i++) {
            String text = "text " + i;
            all[i] = CompletableFuture.runAsync(() -> model.chat(question(text)));
        }
        CompletableFuture.allOf(all).join();
        assertThat(fake.asked()).hasSize(20);
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void aSpentBudgetStopsSpendingUntilTheNextDay() {
        Clock today = Clock.fixed(Instant.parse("2026-11-21T23:00:00Z"), ZoneOffset.UTC);
        // 600 full and 400 cached tokens in, 100 out: 600 * 2 + 400 * 0.5 + 100 * 8 dollars a million
        desk.with("llm.model", "gpt-4.1").with("llm.max_output_tokens", "64").with("llm.budget_day_cents", "1");
        for (int i = 0; i < 4; i++) {
            desk.model(today).chat(question("text " + i));
        }
        assertThat(desk.usage().lines(LocalDate.EPOCH)).singleElement().satisfies(line ->
                assertThat(line.usage().nanos()).isEqualTo(4 * 2_200_000));
        assertThatThrownBy(() -> desk.model(today).chat(question("another"))).isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("llm.budget_day_cents");
        assertThat(fake.asked()).hasSize(4);
        assertThat(desk.model(today).chat(question("text 1")).aiMessage().text()).isEqualTo("{}");
        desk.model(Clock.offset(today, java.time.Duration.ofHours(2))).chat(question("another"));
        assertThat(fake.asked()).hasSize(5);
    }

    @Test
    void aModelWithoutAPriceIsStoppedByItsTokens() {
        desk.with("llm.model", "nobody-knows").with("llm.max_output_tokens", "64").with("llm.budget_day_tokens", "2500");
        desk.model().chat(question("a"));
        assertThatThrownBy(() -> {
            desk.model().chat(question("b"));
            desk.model().chat(question("c"));
        }).hasMessageContaining("llm.budget_day_tokens");
        assertThat(desk.usage().lines(LocalDate.EPOCH)).allSatisfy(line -> assertThat(line.usage().nanos()).isZero())
                .extracting(line -> line.usage()).extracting(Usage::tokens).allMatch(tokens -> tokens <= 3_000);
    }
}
