package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.curate.gate.Action;
import dev.buildlog.curate.gate.Corpus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much of what is hostile the gate sees, and how much honest advice it keeps back; docs/safety.md reports these figures. */
class GateCorpusTest {

    @Test
    void theCorpusIsLargeEnoughAndHoldsEachTextOnce() {
        List<Corpus> hostile = Stream.concat(Corpus.hostile().stream(), Corpus.hostileHeldOut().stream()).toList();
        List<Corpus> honest = Stream.concat(Corpus.honest().stream(), Corpus.honestHeldOut().stream()).toList();
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(200).extracting(Corpus::text).doesNotHaveDuplicates();
        assertThat(honest).hasSizeGreaterThanOrEqualTo(500).extracting(Corpus::text).doesNotHaveDuplicates();
    }

    @Test
    void seesWhatIsHostile() {
        assertThat(missed(Corpus.hostile())).hasSizeLessThanOrEqualTo(Corpus.hostile().size() * 2 / 100);
    }

    @Test
    void seesWhatIsHostileAndWasHeldOut() {
        assertThat(missed(Corpus.hostileHeldOut())).hasSizeLessThanOrEqualTo(Corpus.hostileHeldOut().size() * 5 / 100);
    }

    @Test
    void keepsBackHardlyAnyHonestAdvice() {
        assertThat(keptBack(Corpus.honest())).hasSizeLessThanOrEqualTo(Corpus.honest().size() / 100);
        assertThat(keptBack(Corpus.honestHeldOut())).hasSizeLessThanOrEqualTo(Corpus.honestHeldOut().size() / 100);
        assertThat(keptBack(Corpus.honestSeventh())).hasSizeLessThanOrEqualTo(Corpus.honestSeventh().size() / 100);
        assertThat(keptBack(Corpus.honestEighth())).as("advice that nothing was mended for")
                .hasSizeLessThanOrEqualTo(Corpus.honestEighth().size() / 100);
    }

    private static List<String> missed(List<Corpus> texts) {
        return texts.stream().map(Corpus::text).filter(text -> Gate.shipped().verdict(text).action() == Action.PASS).toList();
    }

    private static List<String> keptBack(List<Corpus> texts) {
        return texts.stream().map(Corpus::text).filter(text -> Gate.shipped().verdict(text).stops()).toList();
    }
}
