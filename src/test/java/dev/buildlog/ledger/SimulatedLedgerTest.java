package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.PROJECT;
import static dev.buildlog.ledger.TestLedger.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.learn.Beta;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.offpolicy.Estimate;
import dev.buildlog.learn.offpolicy.Logged;
import dev.buildlog.learn.offpolicy.OffPolicy;
import dev.buildlog.learn.offpolicy.TargetPolicy;
import dev.buildlog.learn.proof.ShownWithheld;
import dev.buildlog.learn.proof.Trial;
import dev.buildlog.learn.statistics.Bootstrap;
import dev.buildlog.ledger.PosteriorHistory.Change;
import dev.buildlog.ledger.PosteriorHistory.Page;
import dev.buildlog.ledger.PosteriorHistory.Query;
import dev.buildlog.ledger.Selections.Made;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import dev.buildlog.simulation.SimulatedLoop;
import dev.buildlog.simulation.SimulatedLoop.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says of a simulated project is what happened in it. */
class SimulatedLedgerTest {

    private static final int REVIEWS = 60;

    @TempDir
    private Path home;

    private TestLedger ledger;
    private final SimulatedLoop loop = SimulatedLoop.usual(3);
    private final List<Step> steps = new ArrayList<>();

    @BeforeEach
    void simulate() {
        ledger = TestLedger.open(home);
        Reviews reviews = new Reviews(ledger.ledger);
        Rewards rewards = new Rewards(ledger.ledger);
        Selections selections = new Selections(ledger.ledger);
        for (int n = 1; n <= REVIEWS; n++) {
            Step step = loop.step();
            steps.add(step);
            selections.record(new Made(step.selectionId(), PROJECT, ContextKey.GENERAL, at(10 * n), step.selection()));
            List<Finding> findings = new ArrayList<>();
            findings.add(new Finding("minor", "style", "Looks fine", "", "", List.copyOf(step.cited()), Map.of()));
            if (step.mistaken()) {
                findings.add(new Finding("major", "money", "Pays twice", "src/Pay.java:" + n, "", List.of(), Map.of()));
            }
            reviews.record(new Review("rev-" + n, PROJECT, "", null, step.session(), "", "", findings, at(10 * n + 1)),
                    step.cited());
            rewards.record(new Reward("rew-" + n, PROJECT, Reward.REVISION, 1 - step.value(), "rev-" + n, null, null,
                    at(10 * n + 2)), HalfLife.NEVER);
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void trialsEvidenceAndReportAreThoseOfTheSimulation() {
        List<Trial> trials = new Experiments(ledger.ledger).trials(PROJECT);
        assertThat(trials).isEqualTo(loop.trials());
        assertThat(new Posteriors(ledger.ledger).learned(PROJECT).evidence().keySet()).allSatisfy(arm ->
                assertThat(new Posteriors(ledger.ledger).learned(PROJECT).now(arm).successes())
                        .isEqualTo(loop.evidence().get(arm).successes()));
        ShownWithheld.Report report = ShownWithheld.compare(trials, ShownWithheld.ERROR);
        assertThat(report.overall().shown()).isEqualTo(REVIEWS);
        assertThat(report.rules()).hasSizeLessThanOrEqualTo(40).allSatisfy(rule ->
                assertThat(rule.shown() + rule.withheld()).isBetween(1, REVIEWS));
        assertThat(ledger.rebuild()).isEmpty();
    }

    @Test
    void theLogHoldsADecisionForEachOutcomeAndWhatItEarned() {
        List<Logged> decisions = new OffPolicyLog(ledger.ledger).decisions(PROJECT, null);
        assertThat(decisions).hasSize(REVIEWS);
        for (int n = 0; n < REVIEWS; n++) {
            Step step = steps.get(n);
            Logged decision = decisions.get(n);
            assertThat(decision.cluster()).isEqualTo(step.session());
            assertThat(decision.places()).isEqualTo(10);
            assertThat(decision.options().stream().filter(Logged.Option::shown).map(Logged.Option::rule))
                    .containsExactlyInAnyOrderElementsOf(step.selection().shown());
            assertThat(decision.options()).allSatisfy(option -> assertThat(option.reward()).isEqualTo(
                    option.shown() && step.cited().contains(option.rule()) ? step.value() : 0));
        }
        Estimate same = OffPolicy.estimate(decisions, TargetPolicy.thompson(10), new Bootstrap(200, 0.95, 1));
        assertThat(same.doublyRobust().interval().excludes(same.logged() / 0.9)).isFalse();
        assertThat(new OffPolicyLog(ledger.ledger).decisions(PROJECT, "elsewhere")).isEmpty();
    }

    @Test
    void theHistoryIsPagedNewestFirst() {
        List<Change> all = new ArrayList<>();
        Long before = null;
        do {
            Page page = page(new Query(Set.of(), "", null, null, before, 7));
            assertThat(page.changes()).hasSizeLessThanOrEqualTo(7);
            all.addAll(page.changes());
            before = page.next();
        } while (before != null);
        assertThat(all).hasSize((int) ledger.count("evidence_change")).hasSizeGreaterThan(14);
        assertThat(all).extracting(Change::id).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
        String rule = all.get(0).rule();
        List<Change> own = page(new Query(Set.of(rule), "", null, null, null, 500)).changes();
        assertThat(own).isEqualTo(all.stream().filter(change -> change.rule().equals(rule)).toList());
        assertThat(own.get(own.size() - 1).before()).isEqualTo(Beta.UNIFORM);
        for (int i = 1; i < own.size(); i++) {
            assertThat(own.get(i).after()).isEqualTo(own.get(i - 1).before());
        }
        assertThat(page(new Query(Set.of(), "", at(402), at(502), null, 500)).changes()).isNotEmpty().allSatisfy(change ->
                assertThat(change.at()).isBetween(at(402), at(501)));
        assertThat(page(new Query(Set.of(), "security_karen", null, null, null, 500)).changes()).isEmpty();
    }

    private Page page(Query query) {
        return new PosteriorHistory(ledger.ledger).page(PROJECT, query, rule -> Beta.UNIFORM);
    }
}
