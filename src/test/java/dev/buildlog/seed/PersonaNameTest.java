package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../x", "a/b", "a\\b", "/etc/passwd", "C:x", "a b", "A", "a.yaml", "~x", "-p",
            "_x",
        "a\u0000", "a\n", "con", "nul", "com1", "\u202Egnp", "a:1", "über"})
    void whatMeansSomethingToAFileOrAnIdIsRefused(String name) {
        assertThatThrownBy(() -> new PersonaName(name)).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("persona").hasMessageNotContainingAny("\u0000", "\n", "\u202E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bragi", "security_karen", "buildlog_a1b2c3d4e5f6", "x-1", "console"})
    void namesAreNames(String name) {
        assertThat(new PersonaName(name)).hasToString(name);
    }

    @Test
    void theDomainIsThePartBeforeTheUnderscore() {
        assertThat(new PersonaName("security_karen").domain()).isEqualTo("security");
        assertThat(new PersonaName("bragi").domain()).isEqualTo("general");
    }

    @Property(tries = 1_000)
    void whateverIsAcceptedStaysInItsFolder(@ForAll String name) {
        if (PersonaName.complaint(name).isEmpty()) {
            assertThat(Path.of("/seeds").resolve(name + ".yaml").normalize().getParent()).isEqualTo(Path.of("/seeds"));
        }
    }

    @Test
    void idsAreThoseOfTheReference() {
        assertThat(SeedId.of(new PersonaName("demo_persona"), "Close every stream")).isEqualTo("demo_persona:986e9be6");
        assertThat(SeedId.of(new PersonaName("demo_persona"), "close every stream")).isEqualTo("demo_persona:4e823c1a");
        assertThat(SeedId.of(new PersonaName("p"), "Always parameterize queries")).isEqualTo("p:a2fbbc36");
    }
}
