package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingTest {

    private static final Policy MANY = policy(200);
    private static final Target AGENTS = Targets.load(Samples.TARGETS).get("agents_md");

    @ParameterizedTest
    @CsvSource({
        "900, 0, 0, 0, 900 bytes",
        "0, 900, 0, 0, 900 characters",
        "0, 0, 20, 0, 20 lines",
        "0, 0, 0, 300, 300 tokens"
    })
    void keepsWithinEveryLimitAndNamesWhatStayedOut(int bytes, int characters, int lines, int tokens, String limit) {
        Rendering rendering = Rendering.of("AGENTS.md", null, MANY, AGENTS.within(new Limits(bytes, characters, lines, tokens)));

        String text = content(rendering);
        int shown = (int) text.lines().filter(line -> line.startsWith("- ")).count();
        assertThat(rendering.limit()).isEqualTo(limit);
        assertThat(shown).isPositive();
        assertThat(rendering.leftOut()).isEqualTo(MANY.rules().subList(shown, 200));
        assertThat(text).contains("- Rule number 0 ");
    }

    @Test
    void oneMoreRuleWouldBeTooMany() {
        Target target = AGENTS.within(new Limits(900, 0, 0, 0));
        int shown = 200 - Rendering.of("AGENTS.md", null, MANY, target).leftOut().size();

        assertThat(content(Rendering.of("AGENTS.md", null, policy(shown), target)).length()).isLessThanOrEqualTo(900);
        assertThat(Rendering.of("AGENTS.md", null, policy(shown + 1), target).leftOut()).hasSize(1);
    }

    @Test
    void isAFixedPointWhereRulesStayedOut() {
        Target target = AGENTS.within(new Limits(900, 0, 0, 0));
        byte[] first = content(Rendering.of("AGENTS.md", null, MANY, target)).getBytes(StandardCharsets.UTF_8);

        assertThat(Rendering.of("AGENTS.md", first, MANY, target).change()).isInstanceOf(FileChange.Unchanged.class);
    }

    @Test
    void theOwnersTextTakesRoomToo() {
        byte[] own = "x".repeat(950).getBytes(StandardCharsets.UTF_8);

        Rendering rendering = Rendering.of("AGENTS.md", own, MANY, AGENTS.within(new Limits(900, 0, 0, 0)));

        assertThat(rendering.change()).isInstanceOf(FileChange.Unchanged.class);
        assertThat(rendering.leftOut()).hasSize(200);
    }

    private static Policy policy(int size) {
        return Samples.policy(Path.of("/repo"), IntStream.range(0, size)
                .mapToObj(i -> Samples.rule("wf-" + i, "workflow", "Rule number " + i + " of many", 1,
                        Level.LOW, List.of(), List.of()))
                .toArray(Candidate[]::new));
    }

    private static String content(Rendering rendering) {
        return new String(((FileChange.Written) rendering.change()).content(), StandardCharsets.UTF_8);
    }
}
