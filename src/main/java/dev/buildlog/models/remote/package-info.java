/**
 * Language models: providers, and the one way by which every question goes. A question passes, from the outside in,
 * {@link LazyChatModel} (made at the first question), {@link RememberingChatModel} (known answers), {@link MeteringChatModel}
 * (budget and usage), {@link PatientChatModel} (turns, retries, circuit breaker) and the provider over {@link PlainHttp}.
 *
 * <p>May call {@code model}, {@code config} and {@code consult}; knows neither SQL nor Camel.
 */
@NullMarked
package dev.buildlog.models.remote;

import org.jspecify.annotations.NullMarked;
