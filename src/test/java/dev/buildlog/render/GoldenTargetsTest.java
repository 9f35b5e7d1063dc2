package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Candidate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every shipped target makes of the sample journal, in {@code src/test/resources/targets}. With {@code
 * -Dbuildlog.docs=write} the files are made anew.
 */
class GoldenTargetsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/targets");

    @TempDir
    Path root;

    static Stream<String> targets() {
        return Targets.load(Samples.TARGETS).all().stream().map(Target::id);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void writesItsFile(String id) throws IOException {
        Target target = Targets.load(Samples.TARGETS).get(id);
        FileTarget file = new FileTarget(root, target);

        file.render(Samples.policy(root, Samples.corpus().toArray(Candidate[]::new)), false);

        String written = Files.readString(root.resolve(target.path()));
        Path golden = GOLDEN.resolve(id + ".golden");
        if ("write".equals(System.getProperty("buildlog.docs"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }
        assertThat(golden).exists().content(StandardCharsets.UTF_8).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void isAFixedPointAndLeavesNothingBehind(String id) {
        Target target = Targets.load(Samples.TARGETS).get(id);
        FileTarget file = new FileTarget(root, target);
        Candidate[] rules = Samples.corpus().toArray(Candidate[]::new);

        file.render(Samples.policy(root, rules), false);

        assertThat(file.render(Samples.policy(root, rules), false).change()).isInstanceOf(FileChange.Unchanged.class);
        assertThat(file.render(Samples.policy(root), false).change()).isInstanceOf(FileChange.FileRemoved.class);
        assertThat(root.resolve(target.path())).doesNotExist();
        assertThat(file.render(Samples.policy(root), false).change()).isInstanceOf(FileChange.Unchanged.class);
    }
}
