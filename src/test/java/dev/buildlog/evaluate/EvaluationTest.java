package dev.buildlog.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.buildlog.curate.Categorizer;
import dev.buildlog.curate.Deduplicator;
import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.evaluate.LabelledSets.Entry;
import dev.buildlog.evaluate.LabelledSets.Gold;
import dev.buildlog.evaluate.LabelledSets.NearMiss;
import dev.buildlog.evaluate.LabelledSets.Pair;
import dev.buildlog.evaluate.LabelledSets.Text;
import dev.buildlog.extract.ImprovementsExtractor;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final LabelledSets NOTHING = new LabelledSets(List.of(), List.of(), List.of(), List.of(), List.of());

    private final List<Decision> decisions = new ArrayList<>();

    /** The beans of the shipped learn route, in its order. */
    private static final Subject SUBJECT = new Subject() {

        @Override
        public EntryVersion learn(EntryVersion entry) {
            return new Deduplicator().fingerprint(new Categorizer().categorise(new ImprovementsExtractor().extract(entry)));
        }

        @Override
        public Similarity backend(Fingerprint fingerprint) {
            return new TokenSimilarity();
        }
    };

    private Report run(LabelledSets sets) {
        return new Evaluation(SUBJECT, decisions::add).run(sets);
    }

    @Test
    void setsThatAreAbsentAreNotScored() {
        assertThat(run(NOTHING)).isEqualTo(new Report(null, null, null, null));
        assertThat(decisions).isEmpty();
    }

    @Test
    void pairsAreScoredByKind() {
        Report.Pairs pairs = run(new LabelledSets(List.of(
                new Pair("p1", true, "reworded", "Close the socket after the last read", "Close a socket after the last read"),
                new Pair("p2", true, "paraphrase", "Close sockets early", "Connections must not stay open for long"),
                new Pair("p3", false, "negation", "Retry failed payments", "Never retry failed payments")),
                List.of(), List.of(), List.of(), List.of())).pairs();

        assertThat(pairs.accuracy()).isEqualTo(new Share(2, 3));
        assertThat(pairs.merging()).isEqualTo(new Counts(1, 0, 1));
        assertThat(pairs.merged()).containsEntry("reworded", new Share(1, 1)).containsEntry("paraphrase", new Share(0, 1))
                .containsEntry("negation", new Share(0, 1));
        assertThat(pairs.falseKinds()).containsExactly("negation");
        assertThat(decisions).extracting(Decision::id, Decision::right)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("p1", true), org.assertj.core.groups.Tuple.tuple("p2", false),
                        org.assertj.core.groups.Tuple.tuple("p3", true));
    }

    @Test
    void clustersAreScoredOverAllPairsOfTexts() {
        Report.Clusters clusters = run(new LabelledSets(List.of(), List.of(), List.of(
                new Text("t1", "a", "Close the socket after the last read"),
                new Text("t2", "a", "Close a socket after the last read"),
                new Text("t3", "a", "Connections must not stay open for long"),
                new Text("t4", "b", "Close the socket after the last reading")),
                List.of(new NearMiss("a", "b")), List.of())).clusters();

        assertThat(clusters.pairwise().hits()).isEqualTo(1);
        assertThat(clusters.pairwise().spurious()).as("t4 says what t1 and t2 say").isEqualTo(2);
        assertThat(clusters.pairwise().missed()).isEqualTo(2);
        assertThat(clusters.nearMisses()).isEqualTo(new Share(1, 1));
    }

    @Test
    void whatNothingHasPutIntoACategoryIsNotRight() {
        Report.Categories categories = run(new LabelledSets(List.of(), List.of(new Text("c1", "workflow", "Ask before merging")),
                List.of(), List.of(), List.of())).categories();

        assertThat(categories.accuracy()).isEqualTo(new Share(0, 1));
        assertThat(categories.confusion().get("workflow")).containsEntry("uncategorised", 1);
    }

    @Test
    void extractionCountsHitsMissesAndWhatMayBeTakenOrNot() {
        Gold hit = new Gold(List.of("Name every queue after its consumer."), Set.of("architectural"), false);
        Gold told = new Gold(List.of("Told in the narrative alone"), Set.of("workflow"), true);
        Report.Extraction extraction = run(new LabelledSets(List.of(), List.of(), List.of(), List.of(), List.of(new Entry(
                "2026-01-01-a.md",
                "# A\n\n## Improvements\n\n### Architectural\n\n- Name every queue after its consumer\n- Neither wanted nor harmful\n"
                        + "- Nobody asked for this secret word\n",
                List.of(hit, told), List.of("neither wanted, nor harmful"), List.of("SECRET WORD", "absent"))))).extraction();

        assertThat(extraction.all()).isEqualTo(new Counts(1, 1, 1));
        assertThat(extraction.withoutJourney()).isEqualTo(new Counts(1, 1, 0));
        assertThat(extraction.category()).isEqualTo(new Share(1, 1));
        assertThat(extraction.forbidden()).isEqualTo(1);
        assertThat(extraction.all().f1()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void wordingIsWhatIsLeftWithoutCaseMarksAndForms() {
        assertThat(Wording.of("Use `ＨＴＴＰ/2`, always! 🚀")).isEqualTo(Wording.of("use http 2 always"));
        assertThat(Wording.of("入力を検証").f1(Wording.of("入力を検証する"))).isEqualTo(10.0 / 12, within(1e-9));
        assertThat(Wording.of("a a b").f1(Wording.of("a b b"))).isEqualTo(4.0 / 6, within(1e-9));
        assertThat(Wording.of("…").f1(Wording.of(""))).isEqualTo(1);
    }
}
