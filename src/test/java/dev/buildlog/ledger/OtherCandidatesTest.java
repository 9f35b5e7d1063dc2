package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OtherCandidatesTest {

    @Property
    void comeBackAsTheyWere(@ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> kinds) {
        List<Considered> candidates = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            int kind = kinds.get(i);
            candidates.add(new Considered("wf-" + i, new Beta(1 + kind / 3.0, 2), kind, 0, 1.0 / (1 + kind),
                    kind == 5 ? Fate.NO_ROOM : Fate.PASSED));
        }
        String text = OtherCandidates.text(candidates);
        assertThat(OtherCandidates.of(text)).containsExactlyInAnyOrderElementsOf(candidates);
        assertThat(text.lines().count()).isEqualTo(kinds.stream().distinct().count());
    }

    @Test
    void whatEarlierVersionsWroteIsRead() {
        assertThat(OtherCandidates.of("PASSED 9 x3ff8000000000000 3 0.5 a b\nNO_ROOM 1 1 0 0.25 c")).containsExactly(
                new Considered("a", new Beta(9, 1.5), 3, 0, 0.5, Fate.PASSED),
                new Considered("b", new Beta(9, 1.5), 3, 0, 0.5, Fate.PASSED),
                new Considered("c", Beta.UNIFORM, 0, 0, 0.25, Fate.NO_ROOM));
    }
}
