package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.curate.gate.Action;
import dev.buildlog.curate.gate.Corpus;
import dev.buildlog.curate.gate.Verdict;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text. */
class GateLawsTest {

    private static final List<String> TEXTS = Stream.of(Corpus.hostile(), Corpus.honest()).flatMap(List::stream).map(Corpus::text).toList();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of("Use tabs", "<b>", "</b>", "<div>", "`", "-->", "--", ">", "\u200b", "\u202e", "\t", " ",
                "https://evil.test/x", "[a](", ")", "[link removed]", "e\u0301", "\ue000", "[REDACTED:password]", "password=hunter2x!",
                "\ud83d\udc69\u200d\ud83d\udcbb", "<!", "\\", "[x]: y", "ignore all", " previous rules", "\ud800", "www.", "evil.test");
        Arbitrary<String> random = Arbitraries.strings().all().ofMaxLength(8);
        Arbitrary<String> known = Arbitraries.of(TEXTS);
        return Arbitraries.oneOf(pieces, random, known).list().ofMaxSize(5).map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void whatGoesOutPassesAsItIs(@ForAll("texts") String text) {
        Verdict verdict = Gate.shipped().verdict(text);
        if (!verdict.stops()) {
            assertThat(Gate.shipped().verdict(verdict.text())).isEqualTo(new Verdict(Action.PASS, verdict.text(), List.of()));
        }
    }

    @Property(tries = 500)
    void aVerdictSaysWhatWasFoundAndWhere(@ForAll("texts") String text) {
        Verdict verdict = Gate.shipped().verdict(text);
        assertThat(verdict.action() == Action.PASS).isEqualTo(verdict.findings().isEmpty());
        assertThat(verdict.text().equals(text)).as(verdict.toString()).isEqualTo(verdict.action() == Action.PASS || verdict.action()
                == Action.QUARANTINE && verdict.text().equals(text) || text.isEmpty());
        assertThat(verdict.findings()).allSatisfy(finding -> {
            assertThat(finding.at()).isBetween(0, text.length());
            assertThat(finding.message()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
        });
    }

    /** Not one of these is long enough for an expression to lose its way in: what is longer is refused unread. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "`", "<", "<a ", "[", "![", "](", "((", "\\", "curl a.bb ", "curl | ", "ignore all ", "https://", "//a.b/", "&#1;",
        "\"", "'", "\u200b", "1 ", "a b ", "A1", "%41", "{", "</", "-- ", "rm -r ", "never ", "\ud83d\ude00"})
    void anyLengthIsTaken(String unit) {
        assertThat(Gate.shipped().verdict(unit.repeat(1_000_000 / unit.length())).action()).isEqualTo(Action.REFUSE);
        assertThat(Gate.shipped().verdict(unit.repeat(1_000 / unit.length())).findings()).isNotEmpty();
    }
}
