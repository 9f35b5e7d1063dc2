package dev.buildlog.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.config.Key;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Scope;
import dev.buildlog.pipeline.validate.FlowGraph;
import dev.buildlog.pipeline.validate.KameletCatalogue;
import dev.buildlog.pipeline.validate.SourceFile;
import dev.buildlog.render.TargetCatalogue;
import dev.buildlog.render.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages and parts of pages that are made from the sources. With {@code -Dbuildlog.docs=write} they are made anew. */
class GeneratedDocsTest {

    private static final String WAY_OUT = """
            %s is not what the sources say. Make it anew with
                mvn -q test -Dtest=GeneratedDocsTest -Dbuildlog.docs=write
            and commit it.""";

    private final List<SourceFile> routes = files("routes", ".camel.yaml");
    private final List<SourceFile> kamelets = files("components", ".kamelet.yaml");

    @Test
    void theCatalogueOfKamelets() throws IOException {
        check("docs/kamelets.md", KameletCatalogue.markdown(kamelets));
    }

    @Test
    void theListOfTargets() throws IOException {
        check("docs/targets.md", TargetCatalogue.markdown(Targets.load(Pages.ROOT.resolve("components/targets"))));
    }

    @Test
    void theDrawingOfTheFlow() throws IOException {
        part("docs/doors.md", "flow", "\n```mermaid\n" + FlowGraph.of(routes, kamelets).mermaid() + "```\n\n");
    }

    @Test
    void theTableOfSettings() throws IOException {
        StringBuilder table = new StringBuilder("\n| Key | Values | Default | Where | Meaning |\n|---|---|---|---|---|\n");
        Keys.ALL.forEach(key -> table.append("| `").append(key.name()).append("` | ").append(values(key)).append(" | `")
                .append(key.defaultValue()).append("` | ").append(key.scope() == Scope.HOME ? "home" : "home, project")
                .append(" | ").append(key.description()).append(" Variable `").append(key.variable()).append("` |\n"));
        part("docs/configuration.md", "settings", table.append('\n').toString());
    }

    private static String values(Key key) {
        return switch (key.type()) {
            case CHOICE -> String.join(", ", key.choices());
            case NUMBER -> key.least() + " to " + key.most();
            case SHARE -> "0 to 1";
            case FLAG -> "true, false";
            case TEXT -> "a text";
            case ADDRESS -> "an address, default";
            case FOLDER -> "a relative folder";
            case HOST -> "an IP address, localhost";
        };
    }

    static void part(String page, String name, String content) throws IOException {
        String text = Pages.text(page);
        String begin = "<!-- generated: " + name + " -->\n";
        int start = text.indexOf(begin) + begin.length();
        int end = text.indexOf("<!-- end of generated -->", start);
        assertThat(text).contains(begin);
        assertThat(end).isGreaterThanOrEqualTo(start);
        check(page, text.substring(0, start) + content + text.substring(end));
    }

    private static void check(String page, String expected) throws IOException {
        Path file = Pages.ROOT.resolve(page);
        if ("write".equals(System.getProperty("buildlog.docs"))) {
            Files.writeString(file, expected);
        }
        assertThat(file).as(WAY_OUT, page).exists().content().isEqualTo(expected);
    }

    static List<SourceFile> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Pages.ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(file -> new SourceFile(file, file.getFileName().toString(), Pages.text(file)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
