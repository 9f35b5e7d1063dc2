package dev.buildlog.models.remote;

import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.RateLimitException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How one provider is asked: a few questions at once, again where it is busy (429 and 5xx, after the pause it asks for), and after
 * several failures in a row not at all for a while.
 */
final class Patience {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int FAILURES = 5;

    private final String name;
    private final Duration patience;
    private final Semaphore turns;
    private final CircuitBreaker breaker;
    private final Retry retry;

    /**
     * @param name who is asked, for messages
     * @param patience how long a question may wait for its turn
     * @param retries how often a question is asked again
     * @param retryDelay pause before the first repetition; doubled each time
     * @param parallel how many questions are asked at once
     */
    Patience(String name, Duration patience, int retries, Duration retryDelay, int parallel) {
        this.name = name;
        this.patience = patience;
        this.turns = new Semaphore(parallel, true);
        this.breaker = CircuitBreaker.of("model", CircuitBreakerConfig.custom().slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES).failureRateThreshold(100).waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(1).ignoreExceptions(InvalidRequestException.class).build());
        this.retry = Retry.of("model", RetryConfig.custom().maxAttempts(retries + 1)
                .retryOnException(Patience::isBusy)
                .intervalBiFunction((attempt, outcome) -> outcome.isLeft()
                        ? pause(outcome.getLeft(), retryDelay, attempt).toMillis() : 0L).build());
    }

    /**
     * The answer to {@code question}.
     *
     * @throws InvalidRequestException if the question is refused for what it is
     * @throws ModelUnavailableException if there is no answer now
     */
    <T> T ask(Supplier<T> question) {
        takeTurn();
        try {
            return breaker.executeSupplier(() -> retry.executeSupplier(question));
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
