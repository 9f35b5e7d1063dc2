package dev.buildlog.pipeline;

import dev.buildlog.learn.Draw;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.ledger.Recorded;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Remark;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.model.Rule;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import dev.buildlog.model.Standing;
import dev.buildlog.render.ExposureLog;
import dev.buildlog.render.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.rng.simple.RandomSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code ledger} of the routes: what they may ask of it and tell it. */
public class LedgerSteps implements ExposureLog {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerSteps.class);

    private final Core core;
    private final String recipe;

    /** @param recipe fingerprint of the routes and parts that led here */
    LedgerSteps(Core core, String recipe) {
        this.core = core;
        this.recipe = recipe;
    }

    /** Records an entry and everything that follows from it in one transaction; on disk when this returns. */
    public PublishRequest recordEntry(EntryVersion entry) {
        Recorded recorded = core.recorder().record(entry, recipe);
        core.deadLetters().settle(Doors.ENTRY, entry.project(), entry.path());
        List<Remark> unread = entry.remarks().stream().filter(Remark::unread).toList();
        if (!unread.isEmpty()) {
            LOG.warn("{}: line {}: {}{} See 'buildlog sync --explain {}'", entry.path(), unread.get(0).line(),
                    unread.get(0).reason(), unread.size() == 1 ? "" : " And " + (unread.size() - 1) + " more like it.",
                    entry.path());
        }
        LOG.debug("{}: {} insights, {} new rules", entry.path(), entry.insights().size(), recorded.newRules().size());
        return new PublishRequest(entry.project(), "");
    }

    /**
     * Records what a person decided and everything that follows from it in one transaction; on disk when this returns.
     *
     * @throws dev.buildlog.model.BuildlogException if it cannot be meant
     */
    public PublishRequest recordDecision(Decision decision) {
        core.decisions().record(decision);
        core.deadLetters().settle(Doors.DECISION, decision.project(), DeadLetterOffice.subject(decision));
        return new PublishRequest(decision.project(), "", true);
    }

    /** Records a commit; on disk when this returns. */
    public Commit recordCommit(Commit commit) {
        core.commits().record(commit);
        core.deadLetters().settle(Doors.COMMIT, commit.project(), commit.hash());
        return commit;
    }

    /**
     * Records what a reviewer found, with the rules it cites; on disk when this returns.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant
     */
    public ReviewReceipt recordReview(Review review) {
        ReviewReceipt receipt = core.reviews().record(review, review.run().isEmpty()
                ? Reviewers.ids(core.personas(review.project())) : Set.of());
        core.deadLetters().settle(Doors.REVIEW, review.project(), review.id());
        return receipt;
    }

    /** What the reviews of the receipt's run have taught so far, as an entry of its own; the receipt where that is nothing. */
    public Object learnings(ReviewReceipt receipt) {
        return new Reviewers(core).learnings(receipt).<Object>map(entry -> entry).orElse(receipt);
    }

    /**
     * Begins a run: the rules are drawn and kept; on disk when this returns.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant
     */
    public IssuedRun beginRun(GauntletRun run) {
        IssuedRun issued = new Reviewers(core).begin(run);
        core.deadLetters().settle(Doors.GAUNTLET_RUN, run.project(), run.id());
        return issued;
    }

    /**
     * Records who answers for findings that stay; on disk when this returns.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant
     */
    public RiskReceipt acceptRisk(RiskAcceptance acceptance) {
        RiskReceipt receipt = core.risks().accept(acceptance, LocalDate.ofInstant(core.clock().instant(), ZoneOffset.UTC));
        core.deadLetters().settle(Doors.RISK, acceptance.project(), acceptance.id());
        return receipt;
    }

    /**
     * Records how reviewed work came out and what that says of the rules it rewards; on disk when this returns.
     *
     * @param halfLife number of rewarded reviews after which evidence counts half; 0 if it never fades
     * @throws dev.buildlog.model.RefusedException if it cannot be meant
     */
    public RewardReceipt recordReward(Reward reward, double halfLife) {
        RewardReceipt receipt = core.rewards().record(reward, new HalfLife(halfLife));
        core.deadLetters().settle(Doors.REWARD, reward.project(), reward.id());
        return receipt;
    }

    /** Records artifacts of other systems in one transaction, but for those that are refused; on disk when this returns. */
    public Deliveries recordArtifacts(Deliveries deliveries) {
        core.consumed().record(deliveries, core.clock().instant());
        return deliveries;
    }

    /**
     * Records a seed file in one transaction, unless it is refused; on disk when this returns.
     *
     * @throws dev.buildlog.model.RefusedException if it is for a project that is not known
     */
    public SeedReceipt recordSeed(SeedDelivery delivery) {
        return delivery.refusal().isEmpty() ? core.seeds().record(delivery) : SeedReceipt.refused(delivery);
    }

    /**
     * Records that a session begins or ends; on disk when this returns.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant
     */
    public SessionReceipt recordSession(SessionEvent event) {
        SessionReceipt receipt = core.sessions().record(event);
        core.deadLetters().settle(Doors.SESSION, event.project(), event.id());
        return receipt;
    }

    /**
     * Records what went wrong in some work; on disk when this returns.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant
     */
    public MistakeReceipt recordMistake(Mistake mistake) {
        MistakeReceipt receipt = core.mistakes().record(mistake);
        core.deadLetters().settle(Doors.MISTAKE, mistake.project(), mistake.id());
        return receipt;
    }

    /** The publication that follows from a reward: what is believed has changed, so that rules are drawn anew. */
    public PublishRequest publication(RewardReceipt receipt) {
        return new PublishRequest(receipt.project(), "", true);
    }

    /**
     * The live rules of a project with their standing, not scored yet. What an earlier publication failed at is tried again by
     * this one.
     */
    public Candidates candidates(PublishRequest request) {
        core.deadLetters().settle(Doors.PUBLISH, request.project(), request.project());
        return new Candidates(request, core.clock().instant(), core.standings().candidates(request.project()), List.of());
    }

    /** The same; to be drawn anew if one of them could not go out without a person before. On disk when this returns. */
    public Candidates eligible(Candidates admitted) {
        PublishRequest request = admitted.request();
        List<Rule> unasked = admitted.rules().stream().filter(candidate -> candidate.standing() == Standing.OPEN)
                .map(Candidate::rule).toList();
        return core.eligibility().note(request.project(), unasked, admitted.at())
                ? new Candidates(new PublishRequest(request.project(), request.root(), true), admitted.at(), admitted.rules(),
                        admitted.stopped())
                : admitted;
    }

    /**
     * Decides in one transaction which rules are in force; on disk when this returns.
     *
     * @param costs what showing each candidate takes, in tokens
     */
    public Policy choose(Candidates candidates, Draw draw, Map<Candidate, Integer> costs) {
        return core.policies().choose(candidates, draw, costs::get, RandomSource.createLong());
    }

    @Override
    public void shown(Policy policy, Target target, Map<String, String> rules) {
        core.exposureLog().shown(policy, target, rules);
    }
}
