package dev.buildlog.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Finding;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FindingFingerprintTest {

    private static String of(String description, String category, String location) {
        return FindingFingerprint.of(new Finding("major", category, description, location, "", List.of(), Map.of()));
    }

    @Test
    void theSameFindingToldAgainIsTheSame() {
        String first = of("The refund is rounded half up, see line 41.", "Money", "src/Refund.java:41");
        assertThat(of("the refund is rounded  half up - see line 57", "money", "./src/Refund.java:57-60")).isEqualTo(first);
        assertThat(of("The refund is rounded half up, see line 41.", "Money", "src/Refund.java#L41-L44")).isEqualTo(first);
        assertThat(of("The refund is rounded half up, see line 41.", "Money", "src\\Refund.java (line 9)")).isEqualTo(first);
        assertThat(first).matches("[0-9a-f]{16}");
    }

    @Test
    void anotherFileCategoryOrDescriptionIsAnother() {
        String first = of("Opens port :80", "network", "a.sh:1");
        assertThat(List.of(of("Opens port :443", "network", "a.sh:1"), of("Opens port :80", "network", "b.sh:1"),
                of("Opens port :80", "access", "a.sh:1"))).doesNotContain(first).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void linesMakeNoDifference(@ForAll @IntRange(min = 1, max = 99_999) int line,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        assertThat(of("Leaks at App.java:" + line, "leak", "src/App.java:" + line + ":" + more))
                .isEqualTo(of("Leaks at App.java:1", "leak", "src/App.java"));
    }
}
