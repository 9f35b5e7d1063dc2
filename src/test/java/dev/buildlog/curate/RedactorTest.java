package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    /** 40 characters as random keys have them. The samples are put together so that no scanner takes this file for a leak. */
    private static final String RANDOM = "q7Zt3Kx9" + "Vb2Lm5Np8Rs1Wc4Yd6Fg0HjA" + "uE3iO7xT";
    private static final String KEY_BODY = "MIIEvQIBADANBgkqhkiG9w0BAQEF" + RANDOM;

    private final Redactor redactor = new Redactor();

    static Stream<List<String>> secrets() {
        return Stream.of(
                List.of("AWS access key", "id " + "AKIA" + "IOSFODNN7EXAMPLE" + ".", "id [REDACTED:aws-access-key]."),
                List.of("GitHub token", "(" + "ghp_" + RANDOM + ")", "([REDACTED:github-token])"),
                List.of("GitHub token", "github_" + "pat_11ABCDEFG0" + RANDOM, "[REDACTED:github-token]"),
                List.of("GitLab token", "glpat-" + RANDOM, "[REDACTED:gitlab-token]"),
                List.of("Slack token", "xoxb-" + "123456789012-" + RANDOM, "[REDACTED:slack-token]"),
                List.of("Slack webhook", "https://hooks.slack" + ".com/services/T0/B0/" + RANDOM,
                        "https://hooks.slack.com/services/[REDACTED:slack-webhook]"),
                List.of("Google API key", "AIza" + RANDOM.substring(0, 35), "[REDACTED:google-api-key]"),
                List.of("Stripe key", "use " + "sk_" + "live_" + RANDOM, "use [REDACTED:stripe-key]"),
                List.of("model provider key", "sk-" + "ant-api03-" + RANDOM, "[REDACTED:model-provider-key]"),
                List.of("model provider key", "sk-" + RANDOM, "[REDACTED:model-provider-key]"),
                List.of("JSON web token", "eyJhbGciOiJI" + "UzI1NiJ9.eyJzdWIiOiIxMjM0" + "NTY3ODkwIn0." + RANDOM, "[REDACTED:json-web-token]"),
                List.of("Azure key", "DefaultEndpointsProtocol=https;AccountKey=" + RANDOM + RANDOM + "==;", "DefaultEndpointsProtocol=https;AccountKey=[REDACTED:azure-key];"),
                List.of("Docker token", "dckr_" + "pat_" + RANDOM, "[REDACTED:docker-token]"),
                List.of("Vault token", "hvs" + "." + RANDOM, "[REDACTED:vault-token]"),
                List.of("Telegram token", "1234567890:" + "AA" + RANDOM.substring(0, 33), "[REDACTED:telegram-token]"),
                List.of("password in a URL", "postgres://app:s3cret@db/x", "postgres://app:[REDACTED:password-in-a-url]@db/x"),
                List.of("authorization header", "curl -H 'Authorization: Bearer " + RANDOM + "'",
                        "curl -H 'Authorization: Bearer [REDACTED:authorization-header]'"),
                List.of("password", "DB_PASSWORD=hunter22 make", "DB_PASSWORD=[REDACTED:password] make"),
                List.of("password", "password: \"p;ss,w0rd(1)\"", "password: \"[REDACTED:password]\""),
                List.of("secret value", "api_key: " + RANDOM, "api_key: [REDACTED:secret-value]"),
                List.of("secret value", "aws_secret_access_key = '" + RANDOM + "'", "aws_secret_access_key = '[REDACTED:secret-value]'"),
                List.of("private key", "-----BEGIN RSA PRIVATE" + " KEY-----\n" + KEY_BODY + "\n" + KEY_BODY
                        + "\n-----END RSA PRIVATE KEY-----\nafter", "[REDACTED:private-key]\n\n\n\nafter"),
                List.of("private key", "cut off: -----BEGIN PRIVATE" + " KEY-----\n" + KEY_BODY + "\nThen prose.",
                        "cut off: [REDACTED:private-key]\n\nThen prose."));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void takesSecretsOut(List<String> sample) {
        EntryVersion clean = redactor.redactEntry(entry("first line\n" + sample.get(1)));
        assertThat(clean.text()).isEqualTo("first line\n" + sample.get(2));
        assertThat(clean.remarks()).containsExactly(new Remark(2, Redactor.mark(sample.get(0)), "secret removed: " + sample.get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Fixed in 3c1da15ab2f09e6d7c8b9a0f1e2d3c4b5a697887, see src/main/java/Token.java:120",
        "trace 123e4567-e89b-12d3-a456-426614174000 shows it",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "The rule sk-da11df06af is kept, and so is sk-learn-style-naming-of-estimators2",
        "max_tokens=4096, tokens: 128k/256k, tokenizer=gpt2-medium",
        "Store the token: never in localStorage",
        "Set password=${DB_PASSWORD} and api_key: <your key here>",
        "api_key = os.environ[\"API_KEY_V2\"] or getenv('SECRET_TOKEN_1')",
        "Authorization: Bearer YOUR_API_TOKEN or Authorization: Bearer <token>",
        "token = getAccessTokenFromStore(user)",
        "secret: /run/secrets/db1_password",
        "Passwords: hash with argon2id, keep `pwd` out of logs",
        "A file that begins with -----BEGIN PRIVATE KEY----- is refused.",
        "The base64 text aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ= decodes to a greeting",
        "https://example.com/path?x=1 and mailto:a@b.org and http://localhost:8080/@scope",
        "\"integrity\": \"sha512-q7Zt3Kx9Vb2Lm5Np8Rs1Wc4Yd6Fg0HjAuE3iO7xTq7Zt3Kx9Vb2Lm5Np8Rs1Wc4Yd6Fg0HjAuE3iO7xTq7Zt3A==\"",
        "eyJ begins every JSON web token"
    })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void cleansTitleAndInsightsButNotThePath() {
        String secret = "ghp_" + RANDOM;
        Insight insight = new Insight("Revoke " + secret, "", 7, "Improvements", "- Revoke " + secret, "x",
                new TokenSimilarity().fingerprint("Revoke " + secret));
        EntryVersion clean = redactor.redactEntry(entry("").withTitle(secret).withInsights(List.of(insight)));
        assertThat(clean.title()).isEqualTo("[REDACTED:github-token]");
        assertThat(clean.path()).isEqualTo("buildlog/2026-01-10-x.md");
        assertThat(clean.insights()).singleElement().satisfies(i -> {
            assertThat(i.text() + i.quote()).doesNotContain(RANDOM);
            assertThat(i.fingerprint()).isNull();
        });
        assertThat(clean.remarks()).extracting(Remark::line).containsExactly(7);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "AKIA", "IOSFODNN7EXAMPLE", "ghp_", RANDOM, "password", "=", ": ", "\"", "'", "\n", " ", "://", "@", "user:",
                        "Authorization: Bearer ", "eyJhbGciOiJI.", "eyJzdWIiOiIx.", "sk-", "-----BEGIN PRIVATE KEY-----",
                        "-----END PRIVATE KEY-----", KEY_BODY, "[REDACTED:password]", "a1b2c3d4", "secret", "token", "é", ",")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 200)
    void isIdempotentAndKeepsLines(@ForAll("hostile") String text) {
        String once = redactor.redact(text);
        assertThat(redactor.redact(once)).isEqualTo(once);
        assertThat(once.chars().filter(c -> c == '\n').count()).isEqualTo(text.chars().filter(c -> c == '\n').count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "eyJ", "://", "://a:", "password=", "password", "password=\"", "sk-", "authorization: ",
        "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n", "SG.a", "token ", "AKIA", "bearer a", "1", "=1a"})
    void hostileTextsEnd(String unit) {
        String text = unit.repeat(500_000 / unit.length());
        assertThat(redactor.redact(text)).isNotEmpty();
    }

    @Test
    void takesPatternsOfATeam() {
        redactor.setPatterns("""
                ACME-[0-9]{6}

                badge (?<secret>[a-z]{4})
                """);
        assertThat(redactor.redact("ACME-123456 and badge abcd")).isEqualTo("[REDACTED:own-pattern] and badge [REDACTED:own-pattern]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a*", "[A-Z]+"})
    void refusesPatternsThatCannotWork(String pattern) {
        assertThatThrownBy(() -> redactor.setPatterns(pattern))
                .isInstanceOf(BuildlogException.class)
                .hasMessageContaining("'" + pattern + "'");
    }

    private static EntryVersion entry(String text) {
        return EntryVersion.of("p", Holder.SUBMISSION, "buildlog/2026-01-10-x.md", LocalDate.of(2026, 1, 10), "hash", text,
                Instant.EPOCH);
    }

    @Test
    void whatIsAllowedIsNoSecret() {
        Redactor redactor = new Redactor();
        redactor.setAllow("gh[p]_EXAMPLE\\w+ hunter\\d+");
        String text = "Use gh" + "p_EXAMPLEq7Zt3Kx9Vb2Lm5Np8Rs1Wc4Yd6Fg0H and gh" + "p_q7Zt3Kx9Vb2Lm5Np8Rs1Wc4Yd6Fg0HjAuE3i";
        assertThat(redactor.redact(text)).contains("p_EXAMPLE").contains(Redactor.MARK).doesNotContain("p_q7Zt");
        assertThatThrownBy(() -> redactor.setAllow("(")).hasMessageContaining("redact.allow");
    }
}
