package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Policy;
import dev.buildlog.model.Standing;
import dev.buildlog.model.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static final Targets TARGETS = Targets.load(Path.of("components/targets"));
    private static final Candidate ALL = Samples.rule("workflow", "for all");

    private static Candidate only(String text, String... targets) {
        Candidate rule = Samples.rule("workflow", text);
        return new Candidate(rule.rule(), rule.confidence(), Standing.PROMOTED, new Terms(List.of(targets), false, ""));
    }

    private static Map<String, String> shares(List<String> chosen, Candidate... rules) {
        Policy policy = Samples.policy(Path.of("/r"), rules);
        return Share.of(TARGETS, chosen, policy).stream().collect(Collectors.toMap(share -> share.target().path(),
                share -> share.policy().rules().stream().map(rule -> rule.rule().text()).collect(Collectors.joining(", "))));
    }

    @Test
    void aRuleForSomeTargetsGoesIntoTheirFilesOnly() {
        assertThat(shares(List.of("agents_md", "gemini"), ALL, only("mine", "gemini")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("AGENTS.md", "for all", "GEMINI.md", "for all, mine"));
    }

    @Test
    void aTargetThatIsNotChosenIsWrittenForTheRulesThatNameIt() {
        assertThat(shares(List.of("agents_md"), ALL, only("mine", "qwen", "agents_md")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("AGENTS.md", "for all, mine", "QWEN.md", "mine"));
    }

    @Test
    void targetsOfOneFileAreOneAndThoseThatAreGoneAreNone() {
        assertThat(shares(List.of("agents_md"), only("mine", "codex"), only("lost", "gone")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("AGENTS.md", "mine"));
    }
}
