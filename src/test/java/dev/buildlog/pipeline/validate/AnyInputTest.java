package dev.buildlog.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Problem;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, the answer is a list of problems. */
class AnyInputTest {

    private static final String[] PIECES = {
        "", " ", "\n", "\t", ":", "- ", "[", "]", "{", "}", "{{", "}}", "${", "${bean:", "#bean:", "#class:", "'", "\"", "&a ",
        "*a ", "?", "&", "RAW(", "kamelet:", "direct:", "null", "---\n", "!!x ", "\u0000", "\uD83D", "~", "0x1F", "|\n", "<<: "
    };

    private final RouteValidator validator = new RouteValidator(
            Fixtures.surroundings().withDoors(Set.of("entry")).inHouseStyle());

    @Property
    void damagedFilesGiveProblemsAndNothingElse(@ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int wounds) {
        List<SourceFile> routes = new ArrayList<>(Fixtures.routes());
        List<SourceFile> kamelets = new ArrayList<>(Fixtures.kamelets());
        for (int i = 0; i < wounds; i++) {
            List<SourceFile> files = random.nextBoolean() ? routes : kamelets;
            int victim = random.nextInt(files.size());
            files.set(victim, wound(files.get(victim), random));
        }
        List<Problem> problems = validator.validate(routes, kamelets);
        assertThat(problems).doesNotHaveDuplicates().allSatisfy(p -> assertThat(p.message()).isNotBlank());
        FlowGraph graph = FlowGraph.of(routes, kamelets);
        assertThat(graph.mermaid()).startsWith("flowchart LR");
        assertThat(graph.reachableFrom("entry", Set.of())).isSubsetOf(both(routes, kamelets));
        assertThat(KameletCatalogue.markdown(kamelets)).startsWith("# Kamelets");
    }

    @Property(tries = 200)
    void anyTextWhatever(@ForAll String text) {
        SourceFile route = Fixtures.file("a.camel.yaml", text);
        assertThat(validator.validate(List.of(route), List.of())).isNotEmpty();
        assertThat(validator.validate(List.of(), List.of(Fixtures.file("a-action.kamelet.yaml", text)))).isNotEmpty();
    }

    @Test
    void aClassLoaderWithoutAnyJarIsAProblemNotACrash() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            List<Problem> problems =
                    new RouteValidator(Surroundings.of(empty)).validate(Fixtures.routes(), Fixtures.kamelets());
            assertThat(problems).extracting(Problem::message)
                    .anyMatch(m -> m.contains("add the camel-yaml-dsl jar"))
                    .anyMatch(m -> m.startsWith("unknown component 'file'"));
        }
    }

    private static SourceFile wound(SourceFile file, Random random) {
        String text = file.text();
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        String piece = random.nextInt(4) == 0 && text.length() > 20
                ? text.substring(random.nextInt(text.length() / 2), text.length() / 2 + random.nextInt(text.length() / 2))
                : PIECES[random.nextInt(PIECES.length)];
        return new SourceFile(file.path(), file.name(), text.substring(0, from) + piece + text.substring(to));
    }

    private static List<SourceFile> both(List<SourceFile> a, List<SourceFile> b) {
        List<SourceFile> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
