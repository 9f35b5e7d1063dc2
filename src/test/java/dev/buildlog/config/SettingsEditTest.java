package dev.buildlog.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsEditTest {

    @TempDir
    Path home;

    @Test
    void replacesAValueAndNothingElse() throws IOException {
        assertThat(edited("""
                # ours \uD83D\uDE80

                http:   {port:   1,  host: localhost}   # here
                publish:

                    auto:  "high"     # not yet
                    k: 3
                """, Keys.PUBLISH_AUTO, "off")).isEqualTo("""
                # ours \uD83D\uDE80

                http:   {port:   1,  host: localhost}   # here
                publish:

                    auto:  off     # not yet
                    k: 3
                """);
    }

    @Test
    void addsToASectionThatIsThere() throws IOException {
        assertThat(edited("publish:\n    # few\n    k: 3\nembeddings:\n    backend: token\n", Keys.PUBLISH_AUTO, "off"))
                .isEqualTo("publish:\n    # few\n    auto: off\n    k: 3\nembeddings:\n    backend: token\n");
        assertThat(edited("http: {port: 1}", Keys.HTTP_HOST, "::1")).isEqualTo("http: {host: '::1', port: 1}");
        assertThat(edited("http: {}", Keys.HTTP_PORT, "5")).isEqualTo("http: {port: 5}");
        assertThat(edited("publish: # later\n", Keys.PUBLISH_AUTO, "low")).isEqualTo("publish:\n  auto: low # later\n");
    }

    @Test
    void addsASectionAtTheEnd() throws IOException {
        assertThat(edited("# nothing yet", Keys.PUBLISH_AUTO, "off")).isEqualTo("# nothing yet\n\npublish:\n  auto: off\n");
        assertThat(edited("", Keys.EMBEDDINGS_BACKEND, "token")).isEqualTo("embeddings:\n  backend: token\n");
        assertThat(edited(ConfigTemplate.text(), Keys.JOURNAL_FOLDER, "it's ours"))
                .isEqualTo(ConfigTemplate.text() + "\njournal:\n  folder: 'it''s ours'\n");
    }

    @Test
    void mendsAValueThatIsWrong() throws IOException {
        assertThat(edited("http:\n  port: many\n  hots: x\n", Keys.HTTP_PORT, "80")).isEqualTo("http:\n  port: 80\n  hots: x\n");
        assertThat(edited("http:\n  port:\n", Keys.HTTP_PORT, "80")).isEqualTo("http:\n  port: 80\n");
    }

    @Test
    void whatItRefusesLeavesTheFileAlone() throws IOException {
        Path file = Files.writeString(home.resolve("config.yaml"), "- a list\n");
        assertThatThrownBy(() -> SettingsEdit.set(file, Scope.HOME, Keys.HTTP_PORT, "80"))
                .isInstanceOf(InvalidConfiguration.class);
        assertThatThrownBy(() -> SettingsEdit.set(file, Scope.HOME, Keys.HTTP_PORT, "eighty"))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> SettingsEdit.set(home.resolve("p/.buildlog/config.yaml"), Scope.PROJECT, Keys.HTTP_PORT, "80"))
                .hasMessageContaining("cannot be set by a project");
        assertThat(file).hasContent("- a list");
        assertThat(home.resolve("p")).doesNotExist();
    }

    @Test
    void theTemplateSetsNothingAndEverySettingInItCanBeUncommented() {
        assertThat(SettingsFile.parse("t", ConfigTemplate.text(), Scope.PROJECT)).isEqualTo(Layer.EMPTY);

        Layer uncommented = SettingsFile.parse("t", ConfigTemplate.text().replaceAll("(?m)^#(?! )|^#(?=  [a-z_]+:)", ""),
                Scope.PROJECT);

        assertThat(uncommented.problems()).isEmpty();
        assertThat(uncommented.values().keySet())
                .containsExactlyInAnyOrderElementsOf(Keys.ALL.stream().filter(k -> k.scope() == Scope.PROJECT).map(Key::name).toList());
    }

    private String edited(String before, Key key, String value) throws IOException {
        Path file = Files.writeString(home.resolve("config.yaml"), before);
        SettingsEdit.set(file, Scope.HOME, key, value);
        assertThat(SettingsFile.read(file, Scope.HOME).values().get(key.name()).value()).isEqualTo(value);
        return Files.readString(file);
    }
}
