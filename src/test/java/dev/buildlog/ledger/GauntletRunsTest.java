package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Prior;
import dev.buildlog.model.Finding;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.SeedRule;
import dev.buildlog.review.ReviewPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import dev.buildlog.learn.Priors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs, their iterations, what they count and what they clear. */
class GauntletRunsTest {

    private static final Priors PRIORS = id -> id.startsWith("p") ? Prior.seed(0.5) : Prior.learned();
    private static final LocalDate TODAY = LocalDate.parse("2026-02-01");

    @TempDir
    private Path home;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(home);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static List<PersonaRule> rules(String persona, int count) {
        return IntStream.range(0, count).mapToObj(i -> new PersonaRule(persona + ":r" + i, persona, new SeedRule("Rule " + i,
                "general", "", "", "", List.of(), List.of(), Map.of()))).toList();
    }

    private static GauntletRun run(String id, int k, int most, String stopAt) {
        return new GauntletRun(id, PROJECT, "", "src", "t0", List.of(), k, most, stopAt, "pol-1", "Pay Ments", "s1", at(1));
    }

    private IssuedRun begin(TestLedger into, GauntletRun run, long seed) {
        List<PersonaRule> candidates = new ArrayList<>(rules("p", 30));
        candidates.addAll(rules("q", 3));
        return new GauntletRuns(into.ledger).begin(run, candidates, PRIORS, seed);
    }

    private ReviewReceipt review(String id, String run, String tree, Finding... findings) {
        return new Reviews(ledger.ledger).record(new Review(id, PROJECT, "", null, "", "", "test", run, tree, List.of(findings),
                at(2), ""), Set.of());
    }

    private static Finding finding(String severity, String description, String... cited) {
        return new Finding(severity, "money", description, "src/A.java:" + description.length(), "Learn " + description,
                List.of(cited), Map.of());
    }

    @Property(tries = 20)
    void promptAndValidIdsAreOneDraw(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int k) throws IOException {
        try (TestLedger fresh = TestLedger.open(Files.createTempDirectory("runs"))) {
            IssuedRun run = begin(fresh, run("r", k, 3, "minors"), seed);
            assertThat(run.rules()).hasSize(k == 0 ? 33 : Math.min(k, 30) + Math.min(k, 3));
            Set<String> shown = new HashSet<>();
            Pattern.compile("(?m)^- \\[(\\S+)]").matcher(ReviewPrompt.of(run)).results().forEach(m -> shown.add(m.group(1)));
            Set<String> valid = new HashSet<>(fresh.ledger.read(db -> db.queryForList(
                    "select rule_id from gauntlet_issued where run_id = 'r'", String.class)));
            assertThat(shown).isEqualTo(valid).isEqualTo(new HashSet<>(run.ids()));
            assertThat(begin(fresh, run("r", k, 3, "minors"), seed + 1)).as("delivered again").isEqualTo(run);
            assertThat(fresh.count("gauntlet_candidate")).isEqualTo(33);
        }
    }

    @Test
    void whatIsBelievedDecidesWhatIsDrawn() {
        begin(ledger, run("a", 0, 3, "minors"), 1);
        for (int i = 0; i < 40; i++) {
            review("v" + i, "", "", finding("minor", "x" + i));
            ledger.ledger.write(db -> db.update("insert into citation (review_id, ordinal, rule_id, credited, reasoning)"
                    + " select id, 0, 'p:r7', 1, '' from review where id not in (select review_id from citation)"));
            new Rewards(ledger.ledger).record(new Reward("w" + i, PROJECT, "accepted", null, "v" + i, null, "pay_ments", at(3)),
                    HalfLife.NEVER);
        }
        long drawn = IntStream.range(0, 50).filter(i -> begin(ledger, run("b" + i, 3, 3, "minors"), i).ids().contains("p:r7"))
                .count();
        assertThat(drawn).as("of 50 draws of 3 of 30, where chance alone gives 5").isGreaterThan(30);
    }

    @Test
    void aRunThatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> begin(ledger, run("r", -1, 3, "minors"), 1)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> begin(ledger, run("r", 1, 0, "minors"), 1)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> begin(ledger, run("r", 1, 3, "never"), 1)).hasMessageContaining("no stop level 'never'");
        assertThatThrownBy(() -> new GauntletRuns(ledger.ledger).begin(run("r", 1, 1, "minors"), List.of(), PRIORS, 1))
                .hasMessageContaining("no rule to review by");
        assertThat(ledger.count("gauntlet_run")).isZero();
    }

    @Test
    void onlyIssuedIdsAreCreditedAndWhatIsInventedIsStoredOnce() {
        IssuedRun run = begin(ledger, run("r", 2, 5, "minors"), 1);
        String issued = run.ids().get(0);
        String withheld = rules("p", 30).stream().map(PersonaRule::id).filter(id -> !run.ids().contains(id)).findFirst()
                .orElseThrow();
        ReviewReceipt first = review("v1", "r", "t1", finding("major", "Pays twice", issued, withheld, "p:none"),
                finding("minor", "Other", "p:none"));
        assertThat(first).isEqualTo(new ReviewReceipt(PROJECT, "v1", "checkpoint_majors", List.of(issued),
                List.of("p:none", withheld).stream().sorted().toList(), "r", 1, 4));
        assertThat(review("v1", "r", "t1", finding("major", "Pays twice", issued, withheld, "p:none"),
                finding("minor", "Other", "p:none"))).as("delivered again").isEqualTo(first);
        review("v2", "r", "t1", finding("critical", "Pays twice", "p:none"));
        assertThat(ledger.rows("select class, count(*) as n from mistake group by class order by class").toString())
                .isEqualTo("[{class=citation_hallucination, n=2}, {class=gauntlet_money, n=1}]");
        review("w1", "", "", finding("critical", "Pays twice"));
        assertThat(ledger.count("mistake")).as("outside the run it is a mistake of its own").isEqualTo(4);
        assertThat(ledger.rows("select policy, context, session from review where id = 'v1'").get(0).values().toString())
                .contains("pol-1", "pay_ments", "s1");
        assertThat(new ToldReviews(ledger.ledger).learned("r")).containsExactly("Learn Pays twice", "Learn Other",
                "Learn Pays twice");
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void unknownSeveritiesAreRefusedWithTheFinding() {
        begin(ledger, run("r", 2, 5, "minors"), 1);
        for (String severity : List.of("high", "Blocker", "none")) {
            assertThatThrownBy(() -> review("v", "r", "t", finding("minor", "fine"), finding(severity, "Pays twice")))
                    .isInstanceOf(RefusedException.class).hasMessageContaining("finding 2 ('Pays twice')");
        }
        assertThat(ledger.count("review")).isZero();
    }

    @Test
    void aTreePassesWhenItsLastReviewWasCleanOrEverythingIsAnsweredFor() {
        begin(ledger, run("r", 2, 9, "majors"), 1);
        Clearances clearances = new Clearances(ledger.ledger);
        assertThat(clearances.of(PROJECT, "t1", TODAY).state()).isEqualTo(Clearances.State.UNSEEN);
        review("v1", "r", "t1", finding("minor", "taste"));
        assertThat(clearances.of(PROJECT, "t1", TODAY).state()).isEqualTo(Clearances.State.CLEAN);
        assertThat(clearances.of(PROJECT, "t2", TODAY).passed()).isFalse();
        review("v2", "r", "t1", finding("critical", "Pays twice"), finding("major", "Leaks"));
        assertThat(clearances.of(PROJECT, "t1", TODAY).open()).hasSize(2);
        review("x", "", "t1");
        assertThat(clearances.of(PROJECT, "t1", TODAY).passed()).as("a review outside a run clears nothing").isFalse();

        Risks risks = new Risks(ledger.ledger);
        RiskAcceptance all = new RiskAcceptance("k", PROJECT, "r", List.of(), "Ann", "sample", TODAY.plusDays(2), "", at(3));
        assertThat(risks.accept(all, TODAY).findings()).extracting("severity").containsExactly("critical", "major");
        assertThat(risks.accept(all.withIssue("https://x/1"), TODAY).issue()).isEqualTo("https://x/1");
        assertThat(risks.accept(all.withIssue("https://x/2"), TODAY.plusYears(1)).issue()).isEqualTo("https://x/1");
        assertThat(clearances.of(PROJECT, "t1", TODAY.plusDays(2)).state()).isEqualTo(Clearances.State.ACCEPTED);
        assertThat(clearances.of(PROJECT, "t1", TODAY.plusDays(3)).state()).isEqualTo(Clearances.State.OPEN);
        assertThatThrownBy(() -> risks.accept(new RiskAcceptance("l", PROJECT, "r", List.of("00"), "Ann", "w", TODAY, "", at(3)),
                TODAY)).hasMessageContaining("no finding 00");
        assertThatThrownBy(() -> risks.accept(new RiskAcceptance("l", PROJECT, "r", List.of(), " ", "w", TODAY, "", at(3)),
                TODAY)).hasMessageContaining("say who answers");
    }

    @Test
    void twoProcessesNumberTheReviewsOfARunWithoutGapAndLimit() throws Exception {
        begin(ledger, run("r", 2, 2 * ReviewingProcess.REVIEWS - 1, "minors"), 1);
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ReviewingProcess.class.getName(),
                    home.toString(), Integer.toString(number)).redirectErrorStream(true).start());
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
        }
        assertThat(ledger.rows("select iteration from review where run_id = 'r' order by iteration")).extracting(
                row -> ((Number) row.get("iteration")).intValue())
                .isEqualTo(IntStream.rangeClosed(1, 2 * ReviewingProcess.REVIEWS - 1).boxed().toList());
        assertThat(ledger.count("mistake")).as("each told by both, many times").isEqualTo(2);
        assertThat(begin(ledger, run("r", 2, 2 * ReviewingProcess.REVIEWS - 1, "minors"), 77).rules()).extracting(IssuedRule::id).hasSize(4);
    }
}
