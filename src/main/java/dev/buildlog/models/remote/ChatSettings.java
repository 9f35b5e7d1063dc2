package dev.buildlog.models.remote;

import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How language models are reached: settings of the home, never of a project.
 *
 * @param provider who answers
 * @param model name of the model as the provider calls it
 * @param baseUrl where the provider is reached
 * @param keyFile file with the API key; need not be there
 * @param timeout how long one answer may take
 * @param retries how often a question is asked again
 * @param retryDelay pause before the first repetition; doubled each time
 * @param parallel how many questions are asked at once
 * @param maxOutputTokens how long an answer may become
 * @param structured whether the provider is told the schema of the answer
 * @param dayCents what may be spent in a day, in US cents; 0 for no limit
 * @param monthCents what may be spent in a month, in US cents; 0 for no limit
 * @param dayTokens how many tokens may be used in a day; 0 for no limit
 */
public record ChatSettings(Provider provider, String model, String baseUrl, Path keyFile, Duration timeout, int retries,
        Duration retryDelay, int parallel, int maxOutputTokens, boolean structured, long dayCents, long monthCents,
        long dayTokens) {

    /** @param settings settings of the home, with a provider */
    static ChatSettings of(Settings settings, Path home) {
        Provider provider = Provider.valueOf(settings.text(Keys.LLM_PROVIDER).toUpperCase(java.util.Locale.ROOT));
        String model = settings.text(Keys.LLM_MODEL);
        String baseUrl = settings.text(Keys.LLM_BASE_URL);
        return new ChatSettings(provider, model.equals("default") ? provider.model() : model,
                baseUrl.equals("default") ? provider.baseUrl() : baseUrl, home.resolve(settings.text(Keys.LLM_KEY_FILE)),
                Duration.ofSeconds(settings.number(Keys.LLM_TIMEOUT_SECONDS)), settings.number(Keys.LLM_RETRIES),
                Duration.ofMillis(settings.number(Keys.LLM_RETRY_MS)), settings.number(Keys.LLM_PARALLEL),
                settings.number(Keys.LLM_MAX_OUTPUT_TOKENS), settings.flag(Keys.LLM_STRUCTURED),
                settings.number(Keys.LLM_BUDGET_DAY_CENTS), settings.number(Keys.LLM_BUDGET_MONTH_CENTS),
                Long.parseLong(settings.text(Keys.LLM_BUDGET_DAY_TOKENS)));
    }
}
