package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewEntryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeJournal() throws IOException {
        folder = Files.createDirectories(root.resolve("buildlog"));
    }

    @Test
    void fillsInTheDateEverywhereAndNothingElse() throws IOException {
        Files.writeString(folder.resolve(Templates.FULL), "# [TITLE]\n[YYYY-MM-DD] and [YYYY-MM-DD]\n");

        Path file = create("Fix the Login", false);

        assertThat(file).isEqualTo(folder.resolve("2026-01-15-fix-the-login.md"))
                .hasContent("# [TITLE]\n2026-01-15 and 2026-01-15\n");
        assertThat(new JournalList().list(root, "buildlog")).extracting(Listed::title).containsExactly("(untitled)");
    }

    @Test
    void quickFallsBackToFullAndBothToTheBundledOnes() throws IOException {
        assertThat(create("a", true)).content().isEqualTo(bundled(Templates.QUICK));
        assertThat(create("b", false)).content().isEqualTo(bundled(Templates.FULL));
        Files.writeString(folder.resolve(Templates.FULL), "full");
        assertThat(create("c", true)).hasContent("full");
        Files.writeString(folder.resolve(Templates.QUICK), "quick");
        assertThat(create("d", true)).hasContent("quick");
        assertThat(create("e", false)).hasContent("full");
    }

    @Test
    void neverOverwrites() throws IOException {
        Path taken = Files.writeString(folder.resolve("2026-01-15-a.md"), "mine");
        assertRefused(() -> create("A", false), taken + " exists already");
        assertThat(taken).hasContent("mine");
    }

    @Test
    void ofManyAtOnceOneWins() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> racers = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> this::wins).toList();
            int winners = 0;
            for (Future<Boolean> racer : pool.invokeAll(racers)) {
                winners += racer.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertRefused(() -> new NewEntry().create(root, "journal", "a", DAY, false), "buildlog init");
        assertRefused(() -> new NewEntry().create(root, "../x", "a", DAY, false), "leaves the repository");
        assertRefused(() -> create("!?", false), "\"!?\" leaves nothing");
        assertRefused(() -> create(" _ ", false), "leaves nothing");
        assertRefused(() -> create("ü".repeat(200), false), "too long");
        assertRefused(() -> new NewEntry().create(root, "buildlog", "a", LocalDate.of(10000, 1, 1), false), "9999");
        Files.write(folder.resolve(Templates.FULL), new byte[] {(byte) 0xFF});
        assertRefused(() -> create("a", false), "buildlog/_TEMPLATE.md:1:1: is not UTF-8");
    }

    private boolean wins() {
        try {
            create("race", false);
            return true;
        } catch (BuildlogException e) {
            return false;
        }
    }

    private Path create(String slug, boolean quick) {
        return new NewEntry().create(root, "buildlog", slug, DAY, quick);
    }

    private static String bundled(String name) {
        return new Templates().text(name).replace("[YYYY-MM-DD]", "2026-01-15");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BuildlogException.class).hasMessageContaining(message);
    }
}
