package dev.buildlog.config;

import dev.buildlog.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All settings. {@code config/schema.json} says the same for editors and is kept equal by a test: short commands would
 * pay for reading it.
 */
public final class Keys {

    public static final Key JOURNAL_FOLDER = Key.of("journal.folder", Type.FOLDER, "buildlog",
            "Folder of the entries, below the root of the repository.");
    public static final Key JOURNAL_SETTLE_MS = Key.number("journal.settle_ms", 0, 60_000, 100,
            "How long a file must have been quiet before it is read, in milliseconds.");
    public static final Key JOURNAL_SWEEP_SECONDS = Key.number("journal.sweep_seconds", 1, 86_400, 60,
            "How often the service looks at all entries in case the operating system told it nothing, in seconds.");
    public static final Key JOURNAL_MAX_BYTES = Key.number("journal.max_bytes", 1_024, 1_073_741_824, 8_388_608,
            "Size up to which an entry is read, in bytes.");
    public static final Key JOURNAL_EXCLUDE = Key.of("journal.exclude", Type.TEXT, "none",
            "Entries that are not captured: patterns such as buildlog/*-private.md, separated by commas; what is known of them"
            + " stays.");
    public static final Key CAPTURE_ENABLED = Key.of("capture.enabled", Type.FLAG, "true",
            "Whether journal entries are captured.");
    public static final Key GATE_HOSTS = Key.of("gate.hosts", Type.TEXT, "none",
            "Hosts to which rules may link besides those of well-known documentation, separated by commas; *.NAME for all below"
            + " it.");
    public static final Key REDACT_ALLOW = Key.of("redact.allow", Type.TEXT, "none",
            "Regular expressions separated by spaces; what one matches as a whole is no secret.");
    public static final Key PUBLISH_AUTO = Key.choice("publish.auto", List.of("off", "high", "medium", "low"), "off",
            "Confidence from which rules go out to the agents without a person; off means that a person promotes each.");
    public static final Key PUBLISH_K = Key.number("publish.k", 0, 100_000, 0,
            "How many rules a draw chooses; 0 means a tenth of the candidates, and not fewer than ten.");
    public static final Key PUBLISH_HOLD_OUT = Key.of("publish.hold_out", Type.SHARE, "0.1",
            "Probability with which a chosen rule is withheld, to see how it goes without; 0 for never. Counts from the first"
            + " review or mistake on.");
    public static final Key PUBLISH_MAX_TOKENS = Key.number("publish.max_tokens", 0, 1_000_000, 1_500,
            "How much buildlog writes into a file that agents read every time, in tokens of three bytes; 0 means no limit.");
    public static final Key PUBLISH_TARGETS = Key.of("publish.targets", Type.TEXT, "agents_md, claude_md",
            "Whose files the rules are written into: names from docs/targets.md, separated by commas.");
    public static final Key PUBLISH_POLICY_FILE = Key.of("publish.policy_file", Type.FLAG, "true",
            "Whether the rules in force are written into .buildlog/policy.yaml, to be committed.");
    public static final Key PUBLISH_SETTLE_MS = Key.number("publish.settle_ms", 1, 60_000, 50,
            "How long a burst of changes must have been quiet before the agents' files are written, in milliseconds.");
    public static final Key EMBEDDINGS_BACKEND = Key.choice("embeddings.backend",
            List.of("auto", "token", "minilm", "openai", "ollama"), "auto", "What compares insights to find those that say the"
            + " same; auto takes minilm where the distribution has it. openai and ollama in the home only.");
    public static final Key EMBEDDINGS_MODEL = Key.of("embeddings.model", Type.TEXT, "default",
            "Embedding model as openai or ollama calls it; default takes the one in docs/models.md.").homeOnly();
    public static final Key EMBEDDINGS_BASE_URL = Key.of("embeddings.base_url", Type.ADDRESS, "default",
            "Where the embedding model is reached, https or a loopback address; default is the provider's own.").homeOnly();
    public static final Key EMBEDDINGS_KEY_FILE = Key.of("embeddings.key_file", Type.TEXT, "llm.key",
            "File with the API key, below the home or absolute; the provider's environment variable wins.").homeOnly();
    public static final Key EMBEDDINGS_SAME_PERCENT = Key.number("embeddings.same_percent", 1, 100, 75,
            "Cosine from which on openai or ollama say the same, in hundredths; each model has its own scale.").homeOnly();
    public static final Key EMBEDDINGS_BATCH = Key.number("embeddings.batch", 1, 2_048, 64,
            "How many texts go into one request.").homeOnly();
    public static final Key EMBEDDINGS_TIMEOUT_SECONDS = Key.number("embeddings.timeout_seconds", 1, 600, 30,
            "How long an answer may take, in seconds.").homeOnly();
    public static final Key EMBEDDINGS_RETRIES = Key.number("embeddings.retries", 0, 10, 2,
            "How often a request is made again that the provider was too busy for.").homeOnly();
    public static final Key EMBEDDINGS_RETRY_MS = Key.number("embeddings.retry_ms", 1, 60_000, 500,
            "Pause before a request is made again, doubled each time, in milliseconds.").homeOnly();
    public static final Key LLM_PROVIDER = Key.choice("llm.provider", List.of("none", "openai", "anthropic", "ollama"), "none",
            "Who answers questions to a language model; none asks nobody.").homeOnly();
    public static final Key LLM_MODEL = Key.of("llm.model", Type.TEXT, "default",
            "Name of the model as its provider calls it; default takes the one in docs/models.md.").homeOnly();
    public static final Key LLM_BASE_URL = Key.of("llm.base_url", Type.ADDRESS, "default",
            "Where the provider is reached, https or a loopback address; default is the provider's own.").homeOnly();
    public static final Key LLM_KEY_FILE = Key.of("llm.key_file", Type.TEXT, "llm.key",
            "File with the API key, below the home or absolute; the provider's environment variable wins.").homeOnly();
    public static final Key LLM_EXTRACT = Key.of("llm.extract", Type.FLAG, "false",
            "Whether the model is asked for learnings that the extractors did not see.");
    public static final Key LLM_CATEGORISE = Key.of("llm.categorise", Type.FLAG, "false",
            "Whether the model is asked for the category of insights that have none.");
    public static final Key LLM_SCORE = Key.of("llm.score", Type.FLAG, "false",
            "Whether the model is asked how severe insights are and where they apply.");
    public static final Key LLM_CANONICALISE = Key.of("llm.canonicalise", Type.FLAG, "false",
            "Whether the model is asked for a clearer wording of insights.");
    public static final Key LLM_STRUCTURED = Key.of("llm.structured", Type.FLAG, "true",
            "Whether the provider is told the JSON Schema of answers; false for servers that refuse it.").homeOnly();
    public static final Key LLM_TIMEOUT_SECONDS = Key.number("llm.timeout_seconds", 1, 600, 60,
            "How long an answer may take, in seconds.").homeOnly();
    public static final Key LLM_RETRIES = Key.number("llm.retries", 0, 10, 2,
            "How often a question is asked again that the provider was too busy for.").homeOnly();
    public static final Key LLM_RETRY_MS = Key.number("llm.retry_ms", 1, 60_000, 500,
            "Pause before asking again, doubled each time, in milliseconds; the provider may ask for up to 20 seconds.")
            .homeOnly();
    public static final Key LLM_PARALLEL = Key.number("llm.parallel", 1, 64, 4,
            "How many questions are asked at once.").homeOnly();
    public static final Key LLM_MAX_OUTPUT_TOKENS = Key.number("llm.max_output_tokens", 64, 128_000, 4_096,
            "How long an answer may become, in tokens.").homeOnly();
    public static final Key LLM_BUDGET_DAY_CENTS = Key.number("llm.budget_day_cents", 0, 100_000_000, 100,
            "What may be spent in a day (UTC), in US cents; 0 means no limit.").homeOnly();
    public static final Key LLM_BUDGET_MONTH_CENTS = Key.number("llm.budget_month_cents", 0, 100_000_000, 1_000,
            "What may be spent in a month (UTC), in US cents; 0 means no limit.").homeOnly();
    public static final Key LLM_BUDGET_DAY_TOKENS = Key.number("llm.budget_day_tokens", 0, 1_000_000_000_000L, 2_000_000,
            "How many tokens may be used in a day (UTC), priced or not; 0 means no limit.").homeOnly();
    public static final Key LLM_AGAIN_SECONDS = Key.number("llm.again_seconds", 1, 86_400, 300,
            "How often the service tries again with entries that could not be shown to the model, in seconds.").homeOnly();
    public static final Key PUBLISH_TICK_MS = Key.number("publish.tick_ms", 100, 86_400_000, 60_000,
            "How often the service looks whether another day has begun, so that rules may have aged, in milliseconds.").homeOnly();
    public static final Key LEARN_HALF_LIFE = Key.number("learn.half_life", 0, 1_000_000, 0,
            "After how many further rewarded reviews an outcome counts half; 0 means that it never fades.");
    public static final Key EMISSIONS_ENABLED = Key.of("emissions.enabled", Type.FLAG, "true",
            "Whether artifacts for other programs are dropped into the home's emissions folder.");
    public static final Key EMISSIONS_LOOK_MS = Key.number("emissions.look_ms", 10, 60_000, 1_000,
            "How often the service looks for artifacts to drop, in milliseconds.").homeOnly();
    public static final Key EMISSIONS_MAPPERS = Key.of("emissions.mappers", Type.TEXT, "concept_involvement, mistake_chain,"
            + " resolution_edges, resolution_rule, rule_challenge, rule_support",
            "Which mappers draw edges and rules from mistakes, separated by commas; none for no mapper.").homeOnly();
    public static final Key EMISSIONS_SIGNAL_MAX_BYTES = Key.number("emissions.signal_max_bytes", 1_024, 1_073_741_824,
            10_485_760, "Size from which the notice log of emissions is begun anew, in bytes.").homeOnly();
    public static final Key EMISSIONS_KEEP_DAYS = Key.number("emissions.keep_days", 0, 36_500, 30,
            "For how many days files that were taken in are kept; 0 means for ever.").homeOnly();
    public static final Key SOURCES_FRESH_DAYS = Key.number("sources.fresh_days", 0, 3_650, 30,
            "For how many days the kept text of a persona's source counts as up to date.");
    public static final Key SOURCES_PRIVATE_HOSTS = Key.of("sources.private_hosts", Type.FLAG, "false",
            "Whether sources may be fetched from this machine and from private networks.").homeOnly();
    public static final Key DROPS_FOLDER = Key.of("drops.folder", Type.FOLDER, "inbox/git",
            "Folder into which hooks drop files, below the home.").homeOnly();
    public static final Key ROUTES_ALLOW_UNGUARDED = Key.of("routes.allow_unguarded", Type.FLAG, "false",
            "Whether routes may store text that was not redacted, and render rules that did not pass the gate.").homeOnly();
    public static final Key HTTP_HOST = Key.of("http.host", Type.HOST, "127.0.0.1",
            "Address on which the service listens; one that other machines reach needs tokens, and TLS or a proxy.").homeOnly();
    public static final Key HTTP_PORT = Key.number("http.port", 0, 65_535, 8_484,
            "Port on which the service listens; 0 takes any that is free.").homeOnly();

    public static final Key HTTP_NAMES = Key.of("http.names", Type.TEXT, "none",
            "Host names by which other machines call the service, separated by commas; none for addresses only.").homeOnly();
    public static final Key HTTP_TLS_CERTIFICATE = Key.of("http.tls_certificate", Type.TEXT, "none",
            "File with the service's certificate and those that signed it (PEM), below the home or absolute; none for no TLS.")
            .homeOnly();
    public static final Key HTTP_TLS_KEY = Key.of("http.tls_key", Type.TEXT, "none",
            "File with the key of the certificate (PEM), below the home or absolute.").homeOnly();
    public static final Key HTTP_TLS_KEYSTORE = Key.of("http.tls_keystore", Type.TEXT, "none",
            "File with certificate and key (PKCS #12, or JKS if named .jks), in place of the two PEM files.").homeOnly();
    public static final Key HTTP_TLS_PASSWORD_FILE = Key.of("http.tls_password_file", Type.TEXT, "keystore.password",
            "File with the password of the keystore, below the home or absolute.").homeOnly();
    public static final Key GITHUB_SECRET_FILE = Key.of("github.secret_file", Type.TEXT, "github.secret",
            "File with the secret of GitHub's webhooks, below the home or absolute; GITHUB_WEBHOOK_SECRET wins.").homeOnly();

    /** All keys in the order in which they are shown. */
    public static final List<Key> ALL = List.of(
            JOURNAL_FOLDER, JOURNAL_SETTLE_MS, JOURNAL_SWEEP_SECONDS, JOURNAL_MAX_BYTES, JOURNAL_EXCLUDE,
            CAPTURE_ENABLED, GATE_HOSTS, REDACT_ALLOW,
            PUBLISH_AUTO, PUBLISH_K, PUBLISH_HOLD_OUT, PUBLISH_MAX_TOKENS, PUBLISH_TARGETS, PUBLISH_POLICY_FILE,
            PUBLISH_SETTLE_MS, PUBLISH_TICK_MS, LEARN_HALF_LIFE,
            EMBEDDINGS_BACKEND, EMBEDDINGS_MODEL, EMBEDDINGS_BASE_URL, EMBEDDINGS_KEY_FILE, EMBEDDINGS_SAME_PERCENT,
            EMBEDDINGS_BATCH, EMBEDDINGS_TIMEOUT_SECONDS, EMBEDDINGS_RETRIES, EMBEDDINGS_RETRY_MS,
            LLM_PROVIDER, LLM_MODEL, LLM_BASE_URL, LLM_KEY_FILE, LLM_EXTRACT, LLM_CATEGORISE, LLM_SCORE, LLM_CANONICALISE,
            LLM_STRUCTURED, LLM_TIMEOUT_SECONDS, LLM_RETRIES, LLM_RETRY_MS, LLM_PARALLEL, LLM_MAX_OUTPUT_TOKENS,
            LLM_BUDGET_DAY_CENTS, LLM_BUDGET_MONTH_CENTS, LLM_BUDGET_DAY_TOKENS, LLM_AGAIN_SECONDS,
            EMISSIONS_ENABLED, EMISSIONS_LOOK_MS, EMISSIONS_MAPPERS, EMISSIONS_SIGNAL_MAX_BYTES, EMISSIONS_KEEP_DAYS,
            SOURCES_FRESH_DAYS, SOURCES_PRIVATE_HOSTS, DROPS_FOLDER, ROUTES_ALLOW_UNGUARDED, HTTP_HOST, HTTP_PORT, HTTP_NAMES,
            HTTP_TLS_CERTIFICATE, HTTP_TLS_KEY, HTTP_TLS_KEYSTORE, HTTP_TLS_PASSWORD_FILE, GITHUB_SECRET_FILE);

    /** Apart: a process without such variables never asks. */
    private static final class ByVariable {

        private static final Map<String, Key> KEYS = ALL.stream().collect(Collectors.toMap(Key::variable, key -> key));
    }

    private Keys() {}

    public static Optional<Key> named(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** The key that an environment variable of this name sets; null if there is none. */
    static @Nullable Key ofVariable(String variable) {
        return ByVariable.KEYS.get(variable);
    }

    /**
     * The key of this name, for somebody who typed it.
     *
     * @throws InvalidConfiguration with the nearest name if there is none
     */
    public static Key require(String name) {
        return named(name).orElseThrow(() -> new InvalidConfiguration(List.of(new Problem(name, 0, 0, unknown(name)))));
    }

    /** Whether keys lie below {@code name}. */
    static boolean isSection(String name) {
        for (Key key : ALL) {
            if (key.name().startsWith(name + ".")) {
                return true;
            }
        }
        return false;
    }

    /** A sentence that says that there is no such key, with the nearest one if one is near. */
    static String unknown(String name) {
        List<String> names = ALL.stream()
                .flatMap(key -> Stream.of(key.name(), key.section()).filter(word -> !word.isEmpty()))
                .distinct()
                .toList();
        return "there is no setting " + Type.quoted(name) + Type.meant(name, names);
    }
}
