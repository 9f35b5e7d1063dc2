package dev.buildlog.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Problem;
import dev.buildlog.pipeline.validate.FlowGraph;
import dev.buildlog.pipeline.validate.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped routes with a guard taken out. */
class GuardsTest {

    private static final String REDACT = "kamelet:redact-action";
    private static final String GATE = "kamelet:gate-action";

    @Test
    void theShippedRoutesAreGuarded() {
        assertThat(missing(text -> text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"learn, learn.camel.yaml", "review, feedback.camel.yaml", "decide, decide.camel.yaml"})
    void nothingIsStoredWithoutRedaction(String route, String file) {
        assertThat(missing(text -> text.contains("id: " + route + "\n") ? text.replace(REDACT, "log:nothing") : text))
                .singleElement().satisfies(problem -> {
                    assertThat(problem.file()).endsWith(file);
                    assertThat(problem.message()).contains("'" + route + "'", REDACT, "routes.allow_unguarded");
                });
    }

    @Test
    void nothingIsRenderedWithoutTheGate() {
        assertThat(missing(text -> text.replace("uri: " + GATE, "uri: log:nothing")))
                .singleElement().satisfies(problem -> assertThat(problem.message()).contains("'select'", GATE));
    }

    @Test
    void aGateBehindTheRenderingIsNone() {
        assertThat(missing(text -> text.replace("uri: " + GATE, "uri: log:nothing").replace("          id: render\n", "          id: x\n")
                + (text.contains("id: select\n") ? "              - to:\n                  id: late\n                  uri: " + GATE + "\n" : "")))
                .singleElement().satisfies(problem -> assertThat(problem.message()).contains("'select'", GATE));
    }

    private static List<Problem> missing(UnaryOperator<String> change) {
        return Guards.missing(FlowGraph.of(files("routes", ".camel.yaml", change), files("components", ".kamelet.yaml", text -> text)));
    }

    private static List<SourceFile> files(String folder, String ending, UnaryOperator<String> change) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().map(file -> {
                try {
                    return new SourceFile(file, file.getFileName().toString(), change.apply(Files.readString(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
