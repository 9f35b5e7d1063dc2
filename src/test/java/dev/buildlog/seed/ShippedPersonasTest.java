package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.SeedRule.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The personas that come with buildlog are complete. */
class ShippedPersonasTest {

    private final Personas shipped = Personas.load(List.of(Path.of("components/personas")));

    @Test
    void everyPersonaHasItsRules() {
        assertThat(shipped.problems()).isEmpty();
        Map<String, Integer> counts = new TreeMap<>();
        shipped.byName().values().forEach(persona -> counts.put(persona.name(), persona.rules().size()));
        assertThat(counts).containsOnlyKeys("bragi", "ruthless_reviewer", "security_karen", "test_terrorist");
        assertThat(counts.get("security_karen")).isGreaterThanOrEqualTo(13);
        assertThat(counts.get("test_terrorist")).isGreaterThanOrEqualTo(21);
        assertThat(counts.get("bragi")).isGreaterThanOrEqualTo(27);
        assertThat(counts.get("ruthless_reviewer")).isGreaterThanOrEqualTo(15);
        assertThat(shipped.byName().values()).allSatisfy(persona -> assertThat(persona.description()).isNotBlank());
    }

    @Test
    void everyRuleIsComplete() {
        assertThat(shipped.rules()).allSatisfy(rule -> {
            assertThat(rule.id()).matches(rule.persona() + ":[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(List.of(rule.seed().rule(), rule.seed().category(), rule.seed().context(), rule.seed().antipattern(),
                    rule.seed().rationale())).allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("TODO"));
            assertThat(rule.seed().tags()).isNotEmpty();
            assertThat(rule.seed().provenance()).containsKey("confidence");
        });
    }

    @Test
    void idsAndTextsAreUnique() {
        assertThat(shipped.rules().map(PersonaRule::id)).doesNotHaveDuplicates();
        assertThat(shipped.rules().map(rule -> rule.seed().rule())).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleRestsOnSomething() {
        assertThat(shipped.rules()).allSatisfy(rule -> assertThat(rule.seed().references()).isNotEmpty()
                .allSatisfy(reference -> {
                    assertThat(reference.url()).matches("https?://[^\\s]+\\.[a-z]+/.*");
                    assertThat(reference.title()).hasSizeGreaterThan(3);
                }));
        assertThat(shipped.rules().flatMap(rule -> rule.seed().references().stream()).distinct()
                .map(Reference::url)).as("one title for an address").doesNotHaveDuplicates();
    }
}
