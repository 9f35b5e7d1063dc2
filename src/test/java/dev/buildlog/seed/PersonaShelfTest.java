package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipped files, those of the home and those of a project, one above the other. */
class PersonaShelfTest {

    @TempDir
    private Path root;

    private final PersonaShelf shelf = new PersonaShelf();

    private void shipped(String name, String yaml) throws IOException {
        write(root.resolve("install/components/personas").resolve(name), yaml);
    }

    private void own(String name, String yaml) throws IOException {
        write(root.resolve(Personas.OWN).resolve(name), yaml);
    }

    private static void write(Path file, String yaml) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }

    private Personas load() {
        return shelf.load(Personas.folders(root.resolve("install"), root.resolve("home"), root));
    }

    private List<String> rules(String persona) {
        return load().byName().get(persona).rules().stream().map(rule -> rule.id() + " = " + rule.seed().rule()).toList();
    }

    @Test
    void aProjectAddsAndChangesRulesAndHidesNothingElse() throws IOException {
        shipped("bragi.yaml", "persona: bragi\ndescription: prose\nrules:\n- {id: 'bragi:one', rule: First}\n"
                + "- {id: 'bragi:two', rule: Second}\n- {id: 'bragi:three', rule: Third}\n");
        shipped("karen.yaml", "persona: karen\nrules: [{id: 'karen:a', rule: Ask}]\n");
        own("bragi.yaml", "persona: bragi\nversion: 4\nrules:\n- {id: 'bragi:two', rule: Our second, confidence: 0.4}\n"
                + "- {id: 'bragi:three', rule: Third, active: false}\n- {id: 'bragi:four', rule: Fourth}\n");
        assertThat(rules("bragi")).containsExactly("bragi:one = First", "bragi:two = Our second", "bragi:four = Fourth");
        assertThat(rules("karen")).containsExactly("karen:a = Ask");
        Persona bragi = load().byName().get("bragi");
        assertThat(bragi.description()).isEqualTo("prose");
        assertThat(bragi.version()).isEqualTo(4);
        assertThat(bragi.places()).hasSize(2);
        assertThat(load().find("bragi:two").orElseThrow().seed().confidence()).isEqualTo(0.4);
        assertThat(load().problems()).isEmpty();
    }

    @Test
    void aChangedFileIsReadAgainAndAChangedTextKeepsItsId() throws IOException {
        own("a.yaml", "persona: mine\nrules: [{id: 'mine:x', rule: Before}]\n");
        PersonaRule before = load().find("mine:x").orElseThrow();
        assertThat(load().find("mine:x").orElseThrow().seed()).as("read once").isSameAs(before.seed());
        own("a.yaml", "persona: mine\nrules: [{id: 'mine:x', rule: After!}]\n");
        assertThat(rules("mine")).containsExactly("mine:x = After!");
        Files.delete(root.resolve(Personas.OWN).resolve("a.yaml"));
        assertThat(load().byName()).isEmpty();
    }

    @Test
    void aBadRuleIsToldWithItsLineAndCostsNoOther() throws IOException {
        own("a.yaml", "persona: mine\nrules:\n- rule: Good\n- category: nothing\n- {id: 'no colon', rule: x}\n"
                + "- {rule: y, confidence: 2}\n- {rule: \"hid\\u200Bden\"}\n- {id: 'mine:b', rule: B}\n- {id: 'mine:b', rule: C}\n");
        assertThat(rules("mine")).extracting(line -> line.replaceAll(".* = ", "")).containsExactly("Good", "B");
        assertThat(load().problems()).extracting(Problem::line).containsExactly(4, 5, 6, 7, 9);
        assertThat(load().problems()).extracting(Problem::message).anySatisfy(message -> assertThat(message)
                .contains("is shown to nobody", "U+200B"));
    }

    @Test
    void anIdBelongsToOnePersona() throws IOException {
        shipped("karen.yaml", "persona: karen\nrules: [{id: 'karen:a', rule: Ask}]\n");
        own("x.yaml", "persona: other\nrules:\n- {id: 'karen:a', rule: Never ask}\n- {id: 'other:a', rule: Fine}\n");
        assertThat(rules("karen")).containsExactly("karen:a = Ask");
        assertThat(rules("other")).containsExactly("other:a = Fine");
        assertThat(load().problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("x.yaml:3", "rule of karen"));
    }

    @Test
    void filesThatTakeNoPartAreTold() throws IOException {
        own("b.yaml", "persona: bragi\nrules: [{rule: own}]\n");
        own("c.yml", "persona: bragi\nrules: [{rule: another}]\n");
        own("d.yaml", "rules: 1\n");
        own("b.yaml.12345678.bak", "persona: loki\n");
        assertThat(load().byName().keySet()).containsExactly("bragi");
        assertThat(load().problems()).satisfiesExactlyInAnyOrder(
                one -> assertThat(one.toString()).contains("c.yml", "b.yaml, which counts"),
                one -> assertThat(one.toString()).contains("d.yaml:1:8"));
    }

    @Test
    void anUnknownNameIsAnErrorWithAHint() throws IOException {
        shipped("karen.yaml", "persona: security_karen\nrules: [{rule: Ask}]\n");
        assertThatThrownBy(() -> load().named(List.of("security_karin"))).hasMessageContaining("security_karen");
        assertThat(load().named(List.of())).hasSize(1);
    }
}
