package dev.buildlog.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegacyIdTest {

    @Test
    void idsAreThoseOfThePythonTool() {
        assertThat(LegacyId.ofProject("https://github.com/acme/demo.git")).isEqualTo("f11a30b2ed44");
        assertThat(LegacyId.ofProject("git@github.com:acme/demo.git")).isEqualTo("aa783a4cf0e3");
        assertThat(LegacyId.ofProject("/home/ann/demo")).isEqualTo("ec0578f9fc8c");
        assertThat(LegacyId.ofRule("demo_persona", "Close every stream")).isEqualTo("demo_persona:986e9be6");
    }

    @Test
    void allSpellingsOfOneRemoteAreFound() {
        assertThat(LegacyId.of("github.com/acme/demo", "/home/ann/demo")).contains("f11a30b2ed44", "62924231c5bd", "aa783a4cf0e3",
                "6e9af734df84", "ec0578f9fc8c");
        assertThat(LegacyId.of("", "/home/ann/demo")).containsExactly("ec0578f9fc8c");
    }
}
