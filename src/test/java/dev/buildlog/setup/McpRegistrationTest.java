package dev.buildlog.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** buildlog's entry comes and goes; whatever else a file holds keeps every byte. */
class McpRegistrationTest {

    @TempDir
    Path folder;

    private Path file;
    private McpRegistration registration;

    @BeforeEach
    void file() {
        file = folder.resolve(".mcp.json");
        registration = new McpRegistration(file, "buildlog");
    }

    @Test
    void aFileOfItsOwnComesAndGoes() throws IOException {
        assertThat(registration.install()).hasSize(1);
        assertThat(file).content().isEqualTo("""
                {
                  "mcpServers": {
                    "buildlog": {
                      "command": "buildlog",
                      "args": ["mcp"]
                    }
                  }
                }
                """);
        assertThat(registration.install()).isEmpty();
        assertThat(registration.check().status()).isEqualTo(Check.Status.PASS);

        assertThat(registration.remove()).hasSize(1);
        assertThat(file).doesNotExist();
        assertThat(registration.remove()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{ }", "{\n}\n", "\n{\n\n}\n",
        "{\"mcpServers\":{}}", "{\n  \"mcpServers\": {}\n}\n", "{\"mcpServers\": {\n  }\n}\n",
        "{\"mcpServers\":{\"other\":{\"command\":\"x\",\"args\":[]}}}",
        "{\n\t\"theme\": \"dark\",\n\t\"mcpServers\": {\n\t\t\"other\": { \"command\": \"x\" }\n\t}\n}",
        "{\r\n  \"a\": 1,\r\n  \"mcpServers\": {\r\n    \"other\": {\"url\": \"https://x\"}\r\n  }\r\n}\r\n",
        "\uFEFF{\n  \"a\": [1,   2]\n}\n",
        "// mine\n{\n  /* servers */ \"mcpServers\": { // all of them\n    \"other\": {}, // the only one\n  },\n  \"b\": null // end\n}\n",
        "{\"a\":1.50,\"b\":\"\\u00e9\",\"c\":{\"mcpServers\":{\"buildlog\":1}}}",
        "{\"mcpServers\": {\"a\": {}, \"b\": {}}, \"projects\": {\"/x\": {\"mcpServers\": {}}}}"})
    void whatIsThereKeepsEveryByte(String before) throws IOException {
        Files.writeString(file, before);

        assertThat(registration.install()).hasSize(1);
        String with = Files.readString(file);
        assertThat(with).contains("\"buildlog\": {").contains("\"args\": [\"mcp\"]");
        assertThat(registration.install()).as("twice is once").isEmpty();
        assertThat(registration.remove()).hasSize(1);

        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void anotherCommandIsBroughtToThisOneAndWordsOfAPersonStay() throws IOException {
        Files.writeString(file, "{\"mcpServers\": {\"buildlog\": {\"command\": \"buildlog-mcp\", \"args\": []}, \"z\": {}}}");
        assertThat(registration.check().status()).isEqualTo(Check.Status.WARN);
        assertThat(registration.install()).hasSize(1);
        assertThat(file).content().contains("\"command\": \"buildlog\"").contains("\"z\": {}").doesNotContain("buildlog-mcp");

        String chosen = "{\"mcpServers\": {\"buildlog\": {\"command\": \"buildlog\", \"args\": [\"mcp\", \"--tools\", \"core\"]}}}";
        Files.writeString(file, chosen);
        assertThat(registration.install()).isEmpty();
        assertThat(file).hasContent(chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n  \"a\": 1,\n  \"b\" 2\n}", "{\n  \"mcpServers\": [\n}", "[]", "{} {}", "{\n  \"mcpServers\": 7\n}",
        "{\"mcpServers\": {}, \"mcpServers\": {}}", "not JSON"})
    void whatCannotBeReadIsLeftAlone(String before) throws IOException {
        Files.writeString(file, before);

        assertThatThrownBy(registration::install).isInstanceOf(BuildlogException.class).hasMessageContaining(file.toString())
                .hasMessageContaining("Nothing was changed");
        assertThatThrownBy(registration::remove).isInstanceOf(BuildlogException.class);

        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aMistakeHasALineAndAColumn() throws IOException {
        Files.writeString(file, "{\n  \"a\": 1,\n  \"b\" 2\n}");
        assertThatThrownBy(registration::install).hasMessageContaining(file + ":3:7");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("settings.json"), "{}");
        Files.createSymbolicLink(file, real.getFileName());

        registration.install();

        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(real).content(StandardCharsets.UTF_8).contains("buildlog");
        registration.remove();
        assertThat(real).hasContent("{}");
        assertThat(Files.isSymbolicLink(file)).isTrue();
    }
}
