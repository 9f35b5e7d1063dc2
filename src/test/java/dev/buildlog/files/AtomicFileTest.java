package dev.buildlog.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final byte[] NEW = "new".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void makesTheFileAndItsFolders() throws IOException {
        AtomicFile.write(folder.resolve("a/b.md"), NEW);

        assertThat(folder.resolve("a/b.md")).hasBinaryContent(NEW);
        assertThat(files(folder.resolve("a"))).containsExactly("b.md");
    }

    @Test
    void tidiesAwayWhatKilledProcessesLeftAndNothingElse() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String pid = Long.toString(gone.pid());
        String own = Long.toString(ProcessHandle.current().pid());
        String parent = Long.toString(ProcessHandle.current().parent().orElseThrow().pid());
        Files.writeString(folder.resolve(".a.md." + pid + "-01234567-89abcdef.tmp"), "ha");
        Files.writeString(folder.resolve(".a.md." + own + "-01234567-89abcdef.tmp"), "of an earlier run with this number");
        List<String> kept = List.of(".a.md." + parent + "-01234567-89abcdef.tmp", ".swap.tmp", ".a.md.tmp", "a.md");
        for (String name : kept) {
            Files.writeString(folder.resolve(name), "ours");
        }

        AtomicFile.tidy(folder);

        assertThat(files(folder)).containsExactlyInAnyOrderElementsOf(kept);
        AtomicFile.writeIf(folder.resolve("a.md"), NEW, () -> {
            try {
                AtomicFile.tidy(folder);
                assertThat(files(folder)).as("our own, just now being written").hasSize(kept.size() + 1);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void keepsPermissions() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = Files.writeString(folder.resolve("a.md"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        AtomicFile.write(file, NEW);

        assertThat(file).hasBinaryContent(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
    }

    @Test
    void keepsALinkAndReplacesWhatItNames() throws IOException {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("a.md"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), Path.of("real/a.md"));

        AtomicFile.write(link, NEW);

        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(NEW);
        assertThat(files(folder)).containsExactly("link.md", "real");
        assertThat(files(folder.resolve("real"))).containsExactly("a.md");
    }

    @Test
    void aFailureLeavesTheTargetAsItWasAndNothingBeside() throws IOException {
        Path occupied = Files.createDirectory(folder.resolve("target"));
        Files.writeString(occupied.resolve("inside"), "old");

        assertThatThrownBy(() -> AtomicFile.write(occupied, NEW)).isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + occupied);

        assertThat(occupied.resolve("inside")).hasContent("old");
        assertThat(files(folder)).containsExactly("target");
    }

    @Test
    void namesAFileThatStandsWhereAFolderShould() throws IOException {
        Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("file/a.md"), NEW))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.resolve("file") + " is in the way");

        assertThat(folder.resolve("file")).hasContent("old");
    }

    @Test
    void isCalledOffAtTheLastMoment() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "old");

        assertThat(AtomicFile.writeIf(file, NEW, () -> false)).isFalse();
        assertThatThrownBy(() -> AtomicFile.writeIf(file, NEW, () -> {
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent("old");
        assertThat(files(folder)).containsExactly("a.md");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
