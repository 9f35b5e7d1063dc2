package dev.buildlog.docs;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.gate.Action;
import dev.buildlog.curate.gate.Check;
import dev.buildlog.curate.gate.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The tables of docs/safety.md are what the checks say and what the corpus counts. */
class SafetyDocsTest {

    @Test
    void theChecksInTheirOrder() throws IOException {
        StringBuilder table = new StringBuilder("\n| Check | Action | Finds |\n|---|---|---|\n");
        for (Check check : Gate.shipped().checks().list()) {
            table.append("| `").append(check.id()).append("` | ").append(check.action().word()).append(" | ").append(check.about())
                    .append(" |\n");
        }
        GeneratedDocsTest.part("docs/safety.md", "checks", table.append('\n').toString());
    }

    @Test
    void theFigures() throws IOException {
        GeneratedDocsTest.part("docs/safety.md", "figures", """

                | Texts | Number | Seen or kept back | Share |
                |---|---|---|---|
                """
                + row("hostile, at hand", Corpus.hostile(), SafetyDocsTest::isSeen)
                + row("hostile, held out", Corpus.hostileHeldOut(), SafetyDocsTest::isSeen)
                + row("hostile, third round", Corpus.hostileThird(), SafetyDocsTest::isSeen)
                + row("hostile, fresh", Corpus.hostileFresh(), SafetyDocsTest::isSeen)
                + row("hostile, fourth round", Corpus.hostileFourth(), SafetyDocsTest::isSeen)
                + row("hostile, fifth round", Corpus.hostileFifth(), SafetyDocsTest::isSeen)
                + row("hostile, sixth round", Corpus.hostileSixth(), SafetyDocsTest::isSeen)
                + row("hostile, seventh round", Corpus.hostileSeventh(), SafetyDocsTest::isSeen)
                + row("hostile, eighth round", Corpus.hostileEighth(), SafetyDocsTest::isSeen)
                + row("honest, at hand", Corpus.honest(), SafetyDocsTest::isKeptBack)
                + row("honest, held out", Corpus.honestHeldOut(), SafetyDocsTest::isKeptBack)
                + row("honest, third round", Corpus.honestThird(), SafetyDocsTest::isKeptBack)
                + row("honest, fresh", Corpus.honestFresh(), SafetyDocsTest::isKeptBack)
                + row("honest, fourth round", Corpus.honestFourth(), SafetyDocsTest::isKeptBack)
                + row("honest, fifth round", Corpus.honestFifth(), SafetyDocsTest::isKeptBack)
                + row("honest, sixth round", Corpus.honestSixth(), SafetyDocsTest::isKeptBack)
                + row("honest, seventh round", Corpus.honestSeventh(), SafetyDocsTest::isKeptBack)
                + row("honest, eighth round", Corpus.honestEighth(), SafetyDocsTest::isKeptBack) + "\n");
    }

    @Test
    void theCrossValidation() throws IOException {
        GeneratedDocsTest.part("docs/safety.md", "intent", "\n" + Files.readString(Path.of(
                "src/test/resources/gate/intent/cross-validation.md")) + "\n");
    }

    private static boolean isSeen(Corpus text) {
        return Gate.shipped().verdict(text.text()).action() != Action.PASS;
    }

    private static boolean isKeptBack(Corpus text) {
        return Gate.shipped().verdict(text.text()).stops();
    }

    private static String row(String set, List<Corpus> texts, Predicate<Corpus> counted) {
        long found = texts.stream().filter(counted).count();
        return String.format(Locale.ROOT, "| %s | %d | %d | %.1f %% |%n", set, texts.size(), found, 100.0 * found / texts.size());
    }
}
