package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalScanTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-10T10:00:00.123456789Z");
    private static final Instant READ = WRITTEN.plusSeconds(60);
    private static final String A = "buildlog/2026-01-10-a.md";
    private static final String B = "buildlog/2026-01-11-b ü.md";

    @TempDir
    Path temp;

    private Path root;
    private final Map<String, Known> known = new TreeMap<>();

    @BeforeEach
    void makeJournal() throws IOException {
        root = temp.resolve("repo");
        Files.createDirectories(root.resolve("buildlog"));
        write(B, "b");
        write(A, "a");
    }

    @Test
    void everythingIsNewAtFirstAndSorted() throws IOException {
        Files.writeString(root.resolve("buildlog/_TEMPLATE.md"), "");
        Files.createDirectories(root.resolve("buildlog/deeper"));
        Files.writeString(root.resolve("buildlog/deeper/2026-01-10-x.md"), "");

        assertThat(scan()).isEqualTo(result(A, B));
    }

    @Test
    void whatIsKnownIsNotChanged() throws IOException {
        know(A, READ);
        know(B, READ);
        assertThat(scan()).isEqualTo(result());
    }

    @Test
    void whatIsExcludedIsNeitherReadNorGone() throws IOException {
        assertThat(excluding(true, "buildlog/*-a.md, other/**").changed()).containsExactly(B);
        assertThat(excluding(true, "none")).isEqualTo(result(A, B));
        know(A, READ);
        know(B, READ);
        write(A, "longer");
        Files.delete(root.resolve(B));
        assertThat(excluding(true, "buildlog/*-a.md")).isEqualTo(new JournalScan.Result(List.of(), List.of(B), List.of()));
        assertThat(excluding(false, "none")).isEqualTo(result());
        assertThatThrownBy(() -> Exclusions.of(true, "[a")).hasMessageContaining("journal.exclude").hasMessageContaining("[a");
    }

    private JournalScan.Result excluding(boolean enabled, String globs) {
        return new JournalScan(Exclusions.of(enabled, globs)).scan(root, "buildlog", known, "routes");
    }

    @Test
    void anotherSizeTimeOrRecipeIsAChange() throws IOException {
        know(A, READ);
        know(B, READ);
        write(A, "longer");
        assertThat(scan().changed()).containsExactly(A);

        know(A, READ);
        Files.setLastModifiedTime(root.resolve(A), FileTime.from(WRITTEN.minusNanos(1000)));
        assertThat(scan().changed()).containsExactly(A);

        know(A, READ);
        assertThat(new JournalScan(Exclusions.NONE).scan(root, "buildlog", known, "other routes").changed()).containsExactly(A, B);
    }

    @Test
    void aStampAsFreshAsItsReadingProvesNothing() throws IOException {
        know(A, WRITTEN.plusSeconds(2));
        know(B, WRITTEN.plusSeconds(2).plusNanos(1));
        assertThat(scan().changed()).containsExactly(A);
    }

    @Test
    void whatIsNoLongerThereIsGone() throws IOException {
        know(A, READ);
        know(B, READ);
        Files.delete(root.resolve(A));
        assertThat(scan()).isEqualTo(new JournalScan.Result(List.of(), List.of(A), List.of()));
    }

    @Test
    void aMissingFolderOfARepositoryThatIsThereMeansAllAreGone() throws IOException {
        know(A, READ);
        know(B, READ);
        Files.move(root.resolve("buildlog"), root.resolve("elsewhere"));
        assertThat(scan().gone()).containsExactly(A, B);
        assertThat(scan().problems()).isEmpty();
    }

    @Test
    void aMissingRepositoryTakesNothingAway() throws IOException {
        know(A, READ);
        Files.move(root, temp.resolve("unmounted"));
        assertKept("is not there");
    }

    @Test
    void aFileInPlaceOfTheFolderTakesNothingAway() throws IOException {
        know(A, READ);
        Files.move(root.resolve("buildlog"), root.resolve("elsewhere"));
        Files.writeString(root.resolve("buildlog"), "a file");
        assertKept("is not a folder");
        Files.delete(root.resolve("buildlog"));
        Files.createSymbolicLink(root.resolve("buildlog"), Path.of("nowhere"));
        assertKept("link to nowhere");
    }

    @Test
    void aFolderThatLeavesTheRepositoryTakesNothingAway() throws IOException {
        know(A, READ);
        Files.move(root.resolve("buildlog"), temp.resolve("outside"));
        Files.createSymbolicLink(root.resolve("buildlog"), temp.resolve("outside"));
        assertKept("leaves the repository");
        for (String folder : new String[] {"../outside", "x/../../outside", "x/../buildlog", "..", "/tmp"}) {
            JournalScan.Result result = new JournalScan(Exclusions.NONE).scan(root, folder, known, "routes");
            assertThat(result.problems()).singleElement().asString().contains(folder, "leaves the repository");
            assertThat(result.gone()).isEmpty();
        }
    }

    @Test
    void aFolderThatMayNotBeListedTakesNothingAway() throws IOException {
        know(A, READ);
        Path folder = root.resolve("buildlog");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(folder), "this user (root?) may list every folder");
            assertKept("may not be read");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anEntryThatBecameUnreadableIsChangedAndNotGone() throws IOException {
        know(A, READ);
        know(B, READ);
        Files.delete(root.resolve(A));
        Files.createDirectory(root.resolve(A));
        Files.delete(root.resolve(B));
        Files.createSymbolicLink(root.resolve(B), Path.of("nowhere"));

        assertThat(scan()).isEqualTo(result(A, B));
    }

    @Test
    void namesDaysThatDoNotExist() throws IOException {
        write("buildlog/2026-02-30-c.md", "c");
        assertThat(scan().changed()).containsExactly(A, B);
        assertThat(scan().problems()).singleElement().asString()
                .startsWith("buildlog/2026-02-30-c.md: ").contains("no day 2026-02-30");
    }

    @Test
    void aNameThatIsNotTextTakesNothingAwayThatMightBeIt() throws Exception {
        know(A, READ);
        know(B, READ);
        Files.delete(root.resolve(A));
        Files.delete(root.resolve(B));
        Process shell = new ProcessBuilder("sh", "-c", "> \"buildlog/2026-01-11-b $(printf '\\374').md\"")
                .directory(root.toFile()).start();
        assumeTrue(shell.waitFor() == 0, "this file system or shell makes no names that are not text");

        assertThat(scan().changed()).isEmpty();
        assertThat(scan().gone()).containsExactly(A);
        assertThat(scan().problems()).singleElement().asString().contains("2026-01-11-b", "not text in this locale");
    }

    @Test
    void theJournalMayBeDeeperOrTheRootItself() throws IOException {
        write("docs/log/2026-01-12-c.md", "c");
        write("2026-01-13-d.md", "d");
        assertThat(new JournalScan(Exclusions.NONE).scan(root, "docs/log/", known, "r").changed()).containsExactly("docs/log/2026-01-12-c.md");
        assertThat(new JournalScan(Exclusions.NONE).scan(root, "./docs/log", known, "r").changed()).containsExactly("docs/log/2026-01-12-c.md");
        assertThat(new JournalScan(Exclusions.NONE).scan(root, ".", known, "r").changed()).containsExactly("2026-01-13-d.md");
    }

    private JournalScan.Result scan() {
        return new JournalScan(Exclusions.NONE).scan(root, "buildlog", known, "routes");
    }

    private void assertKept(String reason) {
        JournalScan.Result result = scan();
        assertThat(result.gone()).isEmpty();
        assertThat(result.problems()).singleElement().asString().contains(reason);
    }

    private static JournalScan.Result result(String... changed) {
        return new JournalScan.Result(List.of(changed), List.of(), List.of());
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(WRITTEN));
    }

    private void know(String path, Instant observedAt) {
        Reading.Text text = (Reading.Text) new JournalReader().read(root, path);
        known.put(path, new Known(text.contentHash(), text.stamp(), observedAt, "routes"));
    }
}
