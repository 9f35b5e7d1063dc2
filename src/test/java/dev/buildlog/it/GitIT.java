package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git does to a journal: an entry holds while any known checkout or branch holds it. */
class GitIT {

    private static final String ONE = "Pin the grammar before upgrading the parser";
    private static final String TWO = "Write one log line per retry of the mailer";
    private static final String THREE = "Drain the queue before a deploy";

    @TempDir
    Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeEach
    void prepare() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.ignore("AGENTS.md", "CLAUDE.md", ".buildlog");
        repository.git("remote", "add", "origin", "git@example.org:team/shop.git");
        repository.write("2026-03-01-one.md", Repository.text(ONE));
        repository.commitAll("one");
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void worktreesAndClonesDoNotRetractEachOthersEvidence() {
        Repository tree = new Repository(folder.resolve("tree"));
        repository.git("worktree", "add", "-q", "-b", "topic", tree.root().toString());
        Repository clone = new Repository(folder.resolve("clone"));
        repository.git("clone", "-q", repository.root().toString(), clone.root().toString());
        clone.git("remote", "set-url", "origin", "https://example.org/team/shop");
        tree.write("2026-03-02-two.md", Repository.text(TWO));
        clone.write("2026-03-03-three.md", Repository.text(THREE));
        for (Repository checkout : List.of(tree, clone, repository)) {
            machine.result(checkout.root(), "sync");
        }
        assertThat(rules(repository)).contains(ONE, TWO, THREE);
        assertThat(repository.agents()).contains(ONE, TWO, THREE);
        assertThat(frequency(ONE)).as("one entry, however many checkouts hold it").isEqualTo(1);

        tree.delete("2026-03-01-one.md");
        machine.result(tree.root(), "sync");
        clone.delete("2026-03-01-one.md");
        machine.result(clone.root(), "sync");
        assertThat(rules(clone)).as("the first checkout still holds it").contains(ONE);
        repository.delete("2026-03-01-one.md");
        machine.result(repository.root(), "sync");
        assertThat(rules(repository)).contains(TWO, THREE).doesNotContain(ONE);
    }

    @Test
    void aServiceFollowsBranchesWithoutForgetting() {
        ServiceProcess service = machine.serve(repository.root());
        shows(ONE);
        repository.git("checkout", "-q", "-b", "topic");
        IntStream.range(0, 300).forEach(i -> repository.write("2026-03-02-work-" + i + ".md",
                Repository.text("Count shelf " + i + " on Friday")));
        repository.commitAll("many");
        all300();

        repository.git("checkout", "-q", "main");
        repository.write("2026-03-04-main.md", Repository.text(TWO));
        shows(TWO);
        all300();
        repository.git("checkout", "-q", "-B", "other", "topic");
        repository.write("2026-03-05-other.md", Repository.text(THREE));
        shows(THREE);
        repository.delete("2026-03-05-other.md");
        await().atMost(Duration.ofSeconds(30)).until(() -> !repository.agents().contains(THREE));
        all300();
        assertThat(service.health().at("/problems")).isEmpty();
        assertThat(service.errText()).doesNotContain("WARN", "ERROR");
        assertThat(service.stop().code()).isEqualTo(143);
        assertThat(machine.result(repository.root(), "rebuild")).contains("identical");
    }

    private void shows(String text) {
        await().atMost(Duration.ofSeconds(30)).until(() -> repository.agents().contains(text));
    }

    private void all300() {
        await().atMost(Duration.ofSeconds(60)).until(() -> IntStream.range(0, 300)
                .allMatch(i -> repository.agents().contains("Count shelf " + i + " ")));
    }

    private String rules(Repository checkout) {
        return machine.run(checkout.root(), "skills", "--format", "json").json().at("/skills").toString();
    }

    private int frequency(String text) {
        for (JsonNode rule : machine.run(repository.root(), "skills", "--format", "json").json().at("/skills/workflow")) {
            if (rule.at("/rule").asText().equals(text)) {
                return rule.at("/frequency").asInt();
            }
        }
        throw new AssertionError("no rule " + text);
    }
}
