package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about single rules and about what came of them. */
class StoryTest {

    private static final String TESTS = "Run tests before commit";
    private static final String CACHE = "Keep the session cache small";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void journal() {
        desk = Desk.in(folder);
        desk.write("buildlog/2026-03-01-work.md", "# Work\n\n## Improvements\n\n### Workflow\n\n- " + TESTS + "\n- "
                + CACHE + "\n");
        desk.write("buildlog/2026-03-04-again.md", "# Again\n\n## Improvements\n\n### Workflow\n\n- Run the tests"
                + " before a commit\n");
    }

    private String id(String text) {
        for (JsonNode rule : desk.json("skills", "--format", "json").at("/skills/workflow")) {
            if (rule.get("rule").asText().equals(text)) {
                return rule.get("id").asText();
            }
        }
        throw new AssertionError(text + " is no rule: " + desk.out());
    }

    /** A review that cites a rule. */
    private String review(String rule) {
        String run = desk.json("gauntlet", "loop", "buildlog", "-p", "learned", "--json").get("run").asText();
        Path file = desk.write("findings.json", """
                [{"severity": "major", "category": "testing", "description": "pushed untested", "rules_consulted": ["%s"]}]"""
                .formatted(rule));
        return desk.json("gauntlet", "issues", file.toString(), "--run", run, "--json").get("review").asText();
    }

    @Test
    void aRuleTellsItsWholeStory() {
        String id = id(TESTS);
        assertThat(desk.json("explain", id, "--json").get("why").asText()).contains("waits for a person", "publish.auto");

        desk.run("promote", id, "--why", "it pays");
        String review = review(id);
        desk.run("reward", "revision", "-d", "0.25", "-e", "release");

        JsonNode story = desk.json("explain", id.substring(0, 8), "--json");
        assertThat(story.get("in_force").asBoolean()).as(story.toPrettyString()).isTrue();
        assertThat(story.get("why").asText()).contains("promoted by Ann Lee <ann@example.org>", "it pays", "last draw chose it");
        assertThat(story.get("passages")).extracting(place -> place.get("path").asText() + ":" + place.get("line").asInt())
                .containsExactly("buildlog/2026-03-01-work.md:7", "buildlog/2026-03-04-again.md:7");
        assertThat(story.get("wordings")).extracting(JsonNode::asText).containsExactly("Run tests before commit",
                "Run the tests before a commit");
        assertThat(story.get("ids")).hasSize(2);
        assertThat(story.at("/decisions/0/kind").asText()).isEqualTo("promote");
        assertThat(story.at("/selections/0/fate").asText()).isEqualTo("chosen");
        assertThat(story.at("/selections/0/propensity").asDouble()).isBetween(0.0, 1.0);
        assertThat(story.at("/citations/0/review").asText()).isEqualTo(review);
        assertThat(story.at("/citations/0/finding").asText()).isEqualTo("pushed untested");
        assertThat(story.at("/rewards/0/value").asDouble()).isEqualTo(0.75);
        assertThat(story.at("/posteriors/0/context").asText()).isEqualTo("release");
        assertThat(story.get("files")).extracting(file -> file.get("path").asText()).contains("AGENTS.md", "CLAUDE.md");

        assertThat(desk.run("explain", id)).isEqualTo(ExitCode.DONE);
        assertThat(desk.out()).contains("In: promoted by", "buildlog/2026-03-01-work.md:7", "Decided", "Cited", "Rewarded",
                "Believed");

        desk.run("reject", id, "--why", "it was one parser");
        assertThat(desk.json("explain", id, "--json").get("why").asText()).contains("rejected by", "it was one parser");
    }

    @Test
    void whatOnlyALogSaysWaitsForAPersonWhateverIsSet() {
        desk.with("BUILDLOG_PUBLISH_AUTO", "low");
        desk.write("buildlog/2026-03-05-log.md", "# Log\n\n## Improvements\n\n### Workflow\n\nThe deploy log says:\n\n"
                + "- Restart the broker with every release\n");
        desk.run("sync");
        assertThat(desk.read("AGENTS.md")).contains(CACHE).doesNotContain("Restart the broker");
        String id = id("Restart the broker with every release");
        assertThat(desk.json("explain", id, "--json").get("why").asText()).contains("needs a person", "(log)");
        assertThat(desk.json("explain", id, "--json").at("/passages/0/origin").asText()).isEqualTo("journal");
        assertThat(desk.run("queue")).isEqualTo(ExitCode.DONE);
        assertThat(desk.out()).contains("Restart the broker", "only text of others says it (log), so it needs a person")
                .doesNotContain(CACHE);

        assertThat(desk.run("promote", id, "--why", "I looked")).isEqualTo(ExitCode.DONE);
        assertThat(desk.read("AGENTS.md")).contains("Restart the broker with every release");
    }

    @Test
    void whatIsNoRuleIsGuessed() {
        String id = id(TESTS);
        assertThat(desk.run("explain", id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(desk.err()).contains("did you mean '" + id + "'");
        assertThat(desk.run("explain", "")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void rulesAreLookedUpByAnyIdWhoeverMadeThem() {
        String learned = id(TESTS);
        String persona = desk.json("gauntlet", "rules", "-p", "security_karen", "--format", "json")
                .at("/security_karen/rules/0/id").asText();
        JsonNode found = desk.json("rule", learned, persona, "wf-0000000000", "--json");
        assertThat(found.get("rules")).extracting(rule -> rule.get("persona").asText())
                .containsExactly("learned", "security_karen");
        assertThat(found.at("/rules/0/rule").asText()).isEqualTo(TESTS);
        assertThat(found.get("missing")).extracting(JsonNode::asText).containsExactly("wf-0000000000");
        assertThat(desk.run("gauntlet-rule-lookup", "wf-0000000000")).isEqualTo(ExitCode.FAILED);
        assertThat(desk.json("explain", persona, "--json").get("persona").asText()).isEqualTo("security_karen");
    }

    @Test
    void rewardsAreCountedAndListedNewestFirst() {
        assertThat(desk.json("rewards", "--json").get("total_events").asInt()).isZero();
        String id = id(TESTS);
        review(id);
        desk.run("log-reward", "accepted");
        review(id);
        desk.run("reward", "rejected", "--error-class", "release");

        JsonNode rewards = desk.json("rewards", "-n", "1", "--json");
        assertThat(rewards.get("total_events").asInt()).isEqualTo(2);
        assertThat(rewards.get("accepted").asInt()).isEqualTo(1);
        assertThat(rewards.get("rejected").asInt()).isEqualTo(1);
        assertThat(rewards.get("mean_reward").asDouble()).isEqualTo(0.5);
        assertThat(rewards.get("events")).hasSize(1);
        assertThat(rewards.at("/events/0/outcome").asText()).isEqualTo("rejected");
        assertThat(rewards.at("/events/0/error_class").asText()).isEqualTo("release");
        assertThat(rewards.at("/events/0/rules_active/0").asText()).isEqualTo(id);
        assertThat(desk.json("rewards", "-s", "nobody", "--json").get("total_events").asInt()).isZero();
        assertThat(desk.run("rewards", "-n", "-1")).isEqualTo(ExitCode.USAGE);
        assertThat(desk.run("reward", "accepted", "-s", "nobody")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void theOverviewCountsAndSaysWhatIsNext() {
        JsonNode before = desk.json("overview", "--json");
        assertThat(before.get("entries").asInt()).isEqualTo(2);
        assertThat(before.at("/skills/total").asInt()).isEqualTo(2);
        assertThat(before.at("/skills/pending").asInt()).isEqualTo(2);
        assertThat(before.get("active_session").isNull()).isTrue();
        desk.run("promote", id(TESTS));
        String session = desk.json("experiment", "start", "--json").get("session_id").asText();
        JsonNode after = desk.json("overview", "--json");
        assertThat(after.at("/skills/promoted").asInt()).isEqualTo(1);
        assertThat(after.get("active_session").asText()).isEqualTo(session);
        desk.run("overview");
        assertThat(desk.out()).contains("Rules go out to: ", session);
    }

    @Test
    void theDashboardIsNotThereYetAndTheCommandSaysSo() {
        assertThat(desk.run("viz")).isEqualTo(ExitCode.FAILED);
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).contains("no dashboard yet", "service start");
    }

    @Test
    void answersHaveTheSameKeysWithAndWithoutAJournal() {
        id(TESTS);
        Desk bare = new Desk(folder.resolve("bare"), folder.resolve("home"), Path.of("").toAbsolutePath());
        bare.write(".git/HEAD", "ref: refs/heads/work\n");
        for (List<String> question : List.of(List.of("overview", "--json"), List.of("status", "--json"),
                List.of("diff", "--json"),
                List.of("stats", "--json"), List.of("rewards", "--json"), List.of("skills", "--format", "json"),
                List.of("distill", "--format", "json"))) {
            JsonNode there = desk.json(question.toArray(String[]::new));
            JsonNode none = bare.json(question.toArray(String[]::new));
            assertThat(none.get("initialized").asBoolean(true)).as("%s", question).isFalse();
            assertThat(none.get("message").asText()).contains("buildlog init");
            there.fieldNames().forEachRemaining(name -> assertThat(kinds(none.get(name))).as("%s %s", question, name)
                    .containsAnyElementsOf(kinds(there.get(name))));
        }
    }

    /** The type of a value; what may be missing has any. */
    private static List<JsonNodeType> kinds(JsonNode value) {
        List<JsonNodeType> kinds = new ArrayList<>();
        if (value != null) {
            kinds.addAll(value.isNull() ? List.of(JsonNodeType.values()) : Stream.of(value.getNodeType()).toList());
            kinds.add(JsonNodeType.NULL);
        }
        return kinds;
    }
}
