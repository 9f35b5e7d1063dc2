package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Files to validate: a committed set that is right, and single ones written in tests. */
final class Fixtures {

    static final Path FOLDER = Path.of("src/test/resources/validate");

    static final RouteValidator VALIDATOR = new RouteValidator(surroundings());

    private Fixtures() {}

    /** What the tests' routes call. */
    public static class Ledger {
        public String recordEntry(String body) {
            return body;
        }

        public void keep(Object body) {}

        public String mode() {
            return "low";
        }
    }

    static Surroundings surroundings() {
        return Surroundings.of(Fixtures.class.getClassLoader())
                .withBeans(Map.of("ledger", Ledger.class))
                .withKeys(Set.of("buildlog.embeddings", "buildlog.out"));
    }

    static List<SourceFile> routes() {
        return folder("routes");
    }

    static List<SourceFile> kamelets() {
        return folder("components");
    }

    static SourceFile file(String name, String text) {
        return new SourceFile(Path.of(name), name, text);
    }

    /** A route file with these steps, indented by nothing. */
    static SourceFile steps(String steps) {
        return file("a.camel.yaml", """
                - route:
                    id: a
                    from:
                      uri: timer:a
                      steps:
                """ + steps.indent(8));
    }

    /** Problems of one route file as lines {@code line:column message}. */
    static List<String> problemsOf(SourceFile route, SourceFile... kamelets) {
        return lines(VALIDATOR.validate(List.of(route), List.of(kamelets)));
    }

    static List<String> lines(List<Problem> problems) {
        return problems.stream().map(p -> p.line() + ":" + p.column() + " " + p.message()).toList();
    }

    private static List<SourceFile> folder(String name) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
            return files.sorted().map(Fixtures::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path path) {
        try {
            return SourceFile.of(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
