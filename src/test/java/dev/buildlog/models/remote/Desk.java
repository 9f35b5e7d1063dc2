package dev.buildlog.models.remote;

import dev.buildlog.config.Settings;
import dev.buildlog.consult.Prompts;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.ModelAnswers;
import dev.buildlog.ledger.ModelUsage;
import dev.langchain4j.model.chat.ChatModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Where questions are asked in tests: the whole chain over a real ledger, with a clock that a test may set. */
final class Desk implements AutoCloseable {

    static final Map<String, String> KEYS = Map.of("OPENAI_API_KEY", "sk-openai", "ANTHROPIC_API_KEY", "sk-anthropic");

    final Path home;
    final Ledger ledger;
    private final Map<String, String> options = new HashMap<>();

    Desk(Path home) {
        this.home = home;
        this.ledger = Ledger.open(home);
        options.put("llm.retry_ms", "1");
    }

    Desk with(String key, String value) {
        options.put(key, value);
        return this;
    }

    /** Settings for a provider that is {@code fake}. */
    Desk at(FakeProvider fake, String provider) {
        return with("llm.provider", provider).with("llm.base_url", fake.url() + (provider.equals("ollama") ? "" : "/v1"));
    }

    ChatModel model(Clock clock) {
        return model(clock, KEYS);
    }

    ChatModel model(Clock clock, Map<String, String> environment) {
        return LazyChatModel.of(Path.of(""), home, () -> Settings.load(home, null, Map.of(), options), environment,
                new ModelAnswers(ledger, clock), usage(), clock);
    }

    ChatModel model() {
        return model(Clock.systemUTC());
    }

    ModelUsage usage() {
        return new ModelUsage(ledger);
    }

    /** The shipped prompts. */
    static Prompts prompts() {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : new String[] {"extract.md", "categorise.md", "score.md", "canonicalise.md"}) {
            try {
                files.put(name, Files.readAllBytes(Path.of("components/prompts").resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Prompts(files);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
