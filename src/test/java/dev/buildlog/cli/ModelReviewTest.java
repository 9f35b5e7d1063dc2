package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.models.remote.FakeProvider.Reply;
import dev.buildlog.models.remote.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Reviews that a model makes; a server speaks as its provider does. */
class ModelReviewTest extends ReviewedRepository {

    @Test
    void aModelReviewsEverythingByTheRulesOfEveryPersona() throws IOException {
        String answer = """
                {"items": [{"severity": "major", "category": "money", "location": "src/Pay.java:2", "description": "Pays nothing",
                  "rule_learned": "Test that a payment moves money", "citations": [{"rule": "%s", "reason": "it says so"},
                  {"rule": "bragi:made-up", "reason": "x"}]},
                 {"severity": "dreadful", "category": "", "location": "/etc/passwd:1", "description": "Elsewhere",
                  "rule_learned": "", "citations": []}, {"severity": "minor"}]}""";
        try (FakeProvider fake = new FakeProvider(asked -> asked.system().contains("security_karen:")
                ? FakeProvider.says(answer.formatted(asked.system().replaceAll("(?s).*?\\[(security_karen:[a-z-]+)].*", "$1")))
                : FakeProvider.says("{\"items\": []}"))) {
            Files.createDirectories(folder.resolve("home"));
            Files.writeString(folder.resolve("home/llm.key"), "sk-home");
            Files.writeString(folder.resolve("home/config.yaml"), "llm:\n  provider: openai\n  base_url: " + fake.url()
                    + "/v1\n  retries: 0\n");
            Files.writeString(repository.resolve("src/Key.java"), "String key = \"AKIAIOSFODNN7EXAMPLE\";\n");
            JsonNode review = answer("gauntlet", "run", "src", "--json");
            assertThat(review.path("action").asText()).isEqualTo("checkpoint_majors");
            assertThat(review.path("findings")).hasSize(2);
            assertThat(review.at("/findings/0/location").asText()).isEqualTo("src/Pay.java:2");
            assertThat(review.at("/findings/1/location").asText()).doesNotContain("passwd");
            assertThat(review.path("credited")).hasSize(1);
            assertThat(review.path("hallucinated")).hasSize(1);
            assertThat(err()).contains("'dreadful' is no severity", "says not what is wrong");
            assertThat(fake.asked()).hasSize(4).allSatisfy(asked -> assertThat(asked.user())
                    .contains("=== src/Pay.java", "2\t    void pay() {}", "[REDACTED:").doesNotContain("AKIAIOSFODNN7EXAMPLE"));

            fake.answer(asked -> new Reply.Says("{\"items\": [", true));
            Files.writeString(repository.resolve("src/Pay.java"), "class Pay {}\n");
            long reviews = count("select count(*) from review");
            assertThat(run("gauntlet", "run", "src")).isEqualTo(ExitCode.FAILED);
            assertThat(err()).contains("is broken or cut off");
            assertThat(count("select count(*) from review")).isEqualTo(reviews);
        }
    }

    @Test
    void aRangeIsReviewedAsGitShowsIt() throws IOException {
        git("add", "-A");
        git("commit", "-q", "-m", "x");
        Files.writeString(repository.resolve("src/Pay.java"), "class Pay {\n    void pay(long cents) {}\n}\n");
        git("commit", "-q", "-a", "-m", "y");
        try (FakeProvider fake = new FakeProvider(asked -> FakeProvider.says("{\"items\": []}"))) {
            Files.createDirectories(folder.resolve("home"));
            Files.writeString(folder.resolve("home/llm.key"), "sk-home");
            Files.writeString(folder.resolve("home/config.yaml"), "llm:\n  provider: openai\n  base_url: " + fake.url() + "/v1\n");
            assertThat(answer("gauntlet", "run", "HEAD~1..HEAD", "-p", "security_karen", "--json").path("action").asText())
                    .isEqualTo("clean");
            assertThat(fake.asked()).singleElement().satisfies(asked -> assertThat(asked.user())
                    .contains("-    void pay() {}", "+    void pay(long cents) {}"));
            assertThat(run("gauntlet", "check")).as(out()).isEqualTo(ExitCode.DONE);
        }
        assertThat(run("gauntlet", "run", "HEAD..nowhere")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("git knows no commit 'nowhere'");
    }

    @Test
    void withoutAModelThereIsAWayOut() {
        assertThat(run("gauntlet", "run", "src")).isNotEqualTo(ExitCode.DONE);
        assertThat(err()).contains("llm.provider", "gauntlet loop");
    }
}
