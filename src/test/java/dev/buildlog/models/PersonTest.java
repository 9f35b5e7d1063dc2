package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonTest {

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void repository() throws IOException {
        root = Files.createDirectories(folder.resolve("shop"));
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    }

    private String person(Map<String, String> environment) {
        return Person.at(root, environment);
    }

    @Test
    void isWhoGitSaysNearestFirst() throws IOException {
        Map<String, String> environment = Map.of("HOME", folder.toString(), "USER", "ann");
        assertThat(person(environment)).isEqualTo("ann");
        Files.createDirectories(folder.resolve(".config/git"));
        Files.writeString(folder.resolve(".config/git/config"), "[user]\n\tname = Far\n\temail = far@example.org\n");
        assertThat(person(environment)).isEqualTo("Far <far@example.org>");
        Files.writeString(folder.resolve(".gitconfig"), "[user]\n\tname = Near\n");
        assertThat(person(environment)).isEqualTo("Near <far@example.org>");
        Files.writeString(root.resolve(".git/config"), "[user]\n\tname = Here\n\temail = here@example.org\n");
        assertThat(person(environment)).isEqualTo("Here <here@example.org>");
        assertThat(person(Map.of("HOME", folder.toString(), "GIT_AUTHOR_NAME", "Told"))).isEqualTo("Told <here@example.org>");
    }

    @Test
    void aConfigurationThatCannotBeReadIsPassedOver() throws IOException {
        Files.writeString(root.resolve(".git/config"), "[user\nname = x\n");
        assertThat(person(Map.of("USER", "ann\u0007"))).isEqualTo("ann");
    }
}
