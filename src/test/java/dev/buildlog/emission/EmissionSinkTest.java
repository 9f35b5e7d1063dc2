package dev.buildlog.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.buildlog.model.Artifact;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmissionSinkTest {

    private static final Artifact ARTIFACT = new Artifact("learned_rules_p_1.json", "learned_rules", "p", "{\"ü\": 1}");

    @TempDir
    Path folder;

    @Test
    void dropsTheArtifactAndHandsItOn() throws IOException {
        assertThat(sink(folder).drop(ARTIFACT)).isSameAs(ARTIFACT);

        assertThat(folder.resolve(ARTIFACT.name())).hasContent("{\"ü\": 1}");
        assertThat(count(folder)).isEqualTo(1);
    }

    @Test
    void leavesAnArtifactThatIsThere() throws IOException {
        sink(folder).drop(ARTIFACT);
        FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(folder.resolve(ARTIFACT.name()), before);

        sink(folder).drop(ARTIFACT);

        assertThat(Files.getLastModifiedTime(folder.resolve(ARTIFACT.name()))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.json", "a/b.json", "/x.json", ".x.json", "x", "x.json\n", "..", "a\\b.json", ""})
    void refusesNamesThatAreNotPlain(String name) throws IOException {
        assertThatThrownBy(() -> sink(folder).drop(new Artifact(name, "t", "p", "{}")))
                .isInstanceOf(BuildlogException.class).hasMessageContaining("its name may only hold");
        assertThat(count(folder)).isZero();
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThatThrownBy(() -> sink(folder.resolve("missing")).drop(ARTIFACT)).isInstanceOf(BuildlogException.class)
                .hasMessage("cannot drop learned_rules_p_1.json into " + folder.resolve("missing")
                        + ": there is no such folder; make it, or set the property 'folder' of emission-sink");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void leavesNoPartBehindWhereItMayNotWrite() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(folder)).as("this user may write everywhere").isFalse();
            assertThatThrownBy(() -> sink(folder).drop(ARTIFACT)).isInstanceOf(BuildlogException.class)
                    .hasMessageEndingWith("permission denied");
            assertThat(count(folder)).isZero();
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void leavesNoPartBehindWhenSomethingIsInTheWay() throws IOException {
        Files.createDirectory(folder.resolve(ARTIFACT.name()));

        assertThatThrownBy(() -> sink(folder).drop(ARTIFACT)).isInstanceOf(BuildlogException.class)
                .hasMessageStartingWith("cannot drop learned_rules_p_1.json into " + folder);
        assertThat(count(folder)).isEqualTo(1);
    }

    private static EmissionSink sink(Path folder) {
        EmissionSink sink = new EmissionSink();
        sink.setFolder(folder.toString());
        return sink;
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
