package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.buildlog.model.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

    private static final String ENTRY = "buildlog/2026-01-10-auth.md";

    @TempDir
    Path temp;

    private Path root;
    private Path file;
    private final JournalReader reader = new JournalReader();

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectories(temp.resolve("repo"));
        file = root.resolve(ENTRY);
        Files.createDirectories(file.getParent());
    }

    @Test
    void readsTextWithItsHashAndStamp() throws IOException {
        Files.writeString(file, "abc");

        Reading.Text text = (Reading.Text) reader.read(root, ENTRY);

        assertThat(text.text()).isEqualTo("abc");
        assertThat(text.contentHash()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(text.stamp().size()).isEqualTo(3);
        assertThat(text.stamp().modifiedNanos())
                .isEqualTo(Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
    }

    @Test
    void normalisesLineEndsAndDropsTheByteOrderMarkButHashesTheBytes() throws IOException {
        Files.writeString(file, "\uFEFF# Über\r\none\rtwo\n\r\n");
        Reading.Text windows = (Reading.Text) reader.read(root, ENTRY);
        Files.writeString(file, "# Über\none\ntwo\n\n");
        Reading.Text unix = (Reading.Text) reader.read(root, ENTRY);

        assertThat(windows.text()).isEqualTo(unix.text()).isEqualTo("# Über\none\ntwo\n\n");
        assertThat(windows.contentHash()).isNotEqualTo(unix.contentHash());
    }

    @Test
    void readsAnEmptyEntry() throws IOException {
        Files.createFile(file);
        assertThat(reader.read(root, ENTRY)).isInstanceOfSatisfying(Reading.Text.class, t -> assertThat(t.text()).isEmpty());
    }

    @Test
    void readsNamesWithSpacesAndAnyLetters() throws IOException {
        String path = "mein tägebuch/2026-01-10-日本語 und Ünï.md";
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), "x");
        assertThat(reader.read(root, path)).isInstanceOf(Reading.Text.class);
    }

    @Test
    void tellsWhatIsGoneFromWhatCannotBeKnown() {
        assertThat(reader.read(root, ENTRY)).isInstanceOf(Reading.Gone.class);
        assertThat(reader.read(root, "no-folder/2026-01-10-auth.md")).isInstanceOf(Reading.Gone.class);
        assertThat(refusal(temp.resolve("unmounted"), ENTRY).message()).contains("unmounted is not there");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        Files.writeString(file, "0123456789");

        assertThat(new JournalReader(10).read(root, ENTRY)).isInstanceOf(Reading.Text.class);
        assertThat(new JournalReader(9).read(root, ENTRY)).isInstanceOfSatisfying(Reading.Refused.class,
                r -> assertThat(r.problem().toString()).contains(ENTRY, "10 bytes", "more than the 9", "Shorten"));
    }

    @Test
    void refusesAHugeFileThatNoMemoryCouldHold() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L << 30);
        }
        assertThat(refusal(root, ENTRY).message()).contains("107374182400 bytes");
    }

    @Test
    void saysWhereAFileIsNotUtf8() throws IOException {
        Files.write(file, "\uFEFFone\r\ntwo äb".getBytes(StandardCharsets.UTF_8));
        Files.write(file, new byte[] {(byte) 0xE4, 'x'}, StandardOpenOption.APPEND);

        Problem problem = refusal(root, ENTRY);

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(7);
        assertThat(problem.message()).contains("not UTF-8", "byte 16 of the file is 0xE4", "Save it as UTF-8");
    }

    @Test
    void refusesACharacterCutOffAtTheEnd() throws IOException {
        Files.write(file, new byte[] {'a', (byte) 0xC3});
        assertThat(refusal(root, ENTRY).message()).contains("byte 2 of the file is 0xC3");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        Files.write(file, "a\nbc\0d".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(root, ENTRY)).satisfies(p -> {
            assertThat(p.message()).contains("NUL");
            assertThat(p.line()).isEqualTo(2);
            assertThat(p.column()).isEqualTo(3);
        });
        Files.write(file, "# Hi".getBytes(StandardCharsets.UTF_16));
        assertThat(refusal(root, ENTRY).message()).contains("looks like UTF-16");
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(file);
        assertThat(refusal(root, ENTRY)).hasToString(ENTRY + ": is a folder with the name of an entry. Rename it.");
    }

    @Test
    @Timeout(60)
    void refusesAPipeWithoutWaitingForItsWriter() throws Exception {
        assumeTrue(runs("mkfifo", file.toString()), "mkfifo is not there, or pipes cannot be made here");
        assertThat(refusal(root, ENTRY).message()).contains("pipe");
        Path link = root.resolve("buildlog/2026-01-11-link.md");
        Files.createSymbolicLink(link, file);
        assertThat(refusal(root, "buildlog/2026-01-11-link.md").message()).contains("pipe");
    }

    @Test
    void followsLinksInsideTheRepositoryOnly() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/real.md"), "inside");
        Files.createSymbolicLink(file, Path.of("../docs/real.md"));
        assertThat(reader.read(root, ENTRY)).isInstanceOf(Reading.Text.class);

        Files.writeString(temp.resolve("secret.md"), "outside");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("../../secret.md"));
        assertThat(refusal(root, ENTRY).message()).contains("leaves the repository", "secret.md");

        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("nowhere.md"));
        assertThat(refusal(root, ENTRY).message()).contains("nowhere.md", "not there");
    }

    @Test
    void readsARepositoryThatIsReachedThroughALink() throws IOException {
        Files.writeString(file, "x");
        Path alias = Files.createSymbolicLink(temp.resolve("alias"), root);
        assertThat(reader.read(alias, ENTRY)).isInstanceOf(Reading.Text.class);
    }

    @Test
    void refusesPathsAndFoldersThatLeaveTheRepository() throws IOException {
        Files.writeString(temp.resolve("2026-01-10-out.md"), "outside");
        assertThat(refusal(root, "../2026-01-10-out.md").message()).contains("outside the repository");
        assertThat(refusal(root, temp.resolve("2026-01-10-out.md").toString()).message()).contains("outside");
        Files.createSymbolicLink(root.resolve("linked"), temp);
        assertThat(refusal(root, "linked/2026-01-10-out.md").message()).contains("leaves the repository");
    }

    @Test
    void refusesAFileThatMayNotBeRead() throws IOException {
        Files.writeString(file, "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user (root?) may read every file");
        assertThat(refusal(root, ENTRY).message()).contains("may not be read");
    }

    @Test
    @Timeout(60)
    void waitsWhileSomebodyWrites() throws Exception {
        Files.write(file, new byte[2 << 20]);
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = new Thread(() -> writeUntil(enough));
        writer.start();
        try {
            assertThat(Stream.generate(() -> reader.read(root, ENTRY)).limit(10_000)
                    .anyMatch(Reading.Unsettled.class::isInstance)).isTrue();
        } finally {
            enough.set(true);
            writer.join();
        }
        Files.writeString(file, "done");
        assertThat(reader.read(root, ENTRY)).isInstanceOf(Reading.Text.class);
    }

    private void writeUntil(AtomicBoolean enough) {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            while (!enough.get()) {
                out.seek(out.length() > 4 << 20 ? 2 << 20 : out.length());
                out.write('x');
                out.setLength(out.getFilePointer());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Problem refusal(Path in, String path) {
        Reading reading = reader.read(in, path);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        Problem problem = ((Reading.Refused) reading).problem();
        assertThat(problem.file()).isEqualTo(path);
        return problem;
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
