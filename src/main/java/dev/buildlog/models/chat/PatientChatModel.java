package dev.buildlog.models.chat;

import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks a few questions at once, asks again where the provider is busy (429 and 5xx, after the pause it asks for), and after
 * several failures in a row asks nobody for a while.
 */
final class PatientChatModel implements ChatModel {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int FAILURES = 5;

    private final ChatModel model;
    private final String name;
    private final Duration patience;
    private final Semaphore turns;
    private final CircuitBreaker breaker;
    private final Retry retry;

    PatientChatModel(ChatModel model, ChatSettings settings) {
        this.model = model;
        this.name = settings.provider().name().toLowerCase(Locale.ROOT) + " at " + settings.baseUrl();
        this.patience = settings.timeout();
        this.turns = new Semaphore(settings.parallel(), true);
        this.breaker = CircuitBreaker.of("model", CircuitBreakerConfig.custom().slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES).failureRateThreshold(100).waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(1).ignoreExceptions(InvalidRequestException.class).build());
        this.retry = Retry.of("model", RetryConfig.custom().maxAttempts(settings.retries() + 1)
                .retryOnException(PatientChatModel::isBusy)
                .intervalBiFunction((attempt, outcome) -> outcome.isLeft()
                        ? pause(outcome.getLeft(), settings.retryDelay(), attempt).toMillis() : 0L).build());
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        takeTurn();
        try {
            return breaker.executeSupplier(() -> retry.executeSupplier(() -> model.chat(request)));
        } catch (InvalidRequestException e) {
            throw e;
        } catch (CallNotPermittedException e) {
            throw new ModelUnavailableException(name + " failed " + FAILURES + " times in a row and is left alone for a while",
                    e);
        } catch (RuntimeException e) {
            throw new ModelUnavailableException(name + ": " + e.getMessage(), e);
        } finally {
            turns.release();
        }
    }

    /** Whoever waits behind many others, as in a first sync, shall not wait for long: the entry can be shown later. */
    private void takeTurn() {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ModelUnavailableException(name + " has too many questions to answer", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailableException("interrupted while waiting for a turn", e);
        }
    }

    /** Whether the provider answered that it cannot answer now; a wait beyond patience is left to a later run. */
    private static boolean isBusy(Throwable failure) {
        return (failure instanceof RateLimitException || failure instanceof InternalServerException)
                && asked(failure).compareTo(LONGEST_PAUSE) <= 0;
    }

    private static Duration pause(Throwable failure, Duration first, int attempt) {
        Duration own = first.multipliedBy(1L << Math.min(attempt - 1, 16));
        Duration wanted = asked(failure);
        Duration longer = wanted.compareTo(own) > 0 ? wanted : own;
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static Duration asked(Throwable failure) {
        return failure.getCause() instanceof Refusal refusal ? refusal.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    }
}
