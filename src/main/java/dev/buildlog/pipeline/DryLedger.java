package dev.buildlog.pipeline;

import dev.buildlog.learn.Draw;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Insight;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands in for the ledger where the routes are only asked what they would do. */
public final class DryLedger extends LedgerSteps {

    /** Root of a request that asks what would become of the entry recorded last, were each insight a rule. */
    static final String TRIAL = "trial";

    private final Core core;
    private volatile Optional<EntryVersion> last = Optional.empty();
    private volatile boolean choosing;

    DryLedger(Core core) {
        super(core, "");
        this.core = core;
    }

    @Override
    public PublishRequest recordEntry(EntryVersion entry) {
        last = Optional.of(entry);
        return new PublishRequest(entry.project(), "");
    }

    @Override
    public PublishRequest recordDecision(Decision decision) {
        return new PublishRequest(decision.project(), "");
    }

    @Override
    public ReviewReceipt recordReview(Review review) {
        return new ReviewReceipt(review.project(), review.id(), "", List.of(), List.of());
    }

    @Override
    public Object learnings(ReviewReceipt receipt) {
        return receipt;
    }

    @Override
    public IssuedRun beginRun(GauntletRun run) {
        return new IssuedRun(run.project(), run.id(), run.target(), run.tree(), run.stopAt(), run.maxIterations(), 0, "",
                List.of());
    }

    @Override
    public RiskReceipt acceptRisk(RiskAcceptance acceptance) {
        return new RiskReceipt(acceptance.project(), acceptance.id(), acceptance.run(), acceptance.who(), acceptance.why(),
                acceptance.until(), acceptance.issue(), List.of());
    }

    @Override
    public RewardReceipt recordReward(Reward reward, double halfLife) {
        return new RewardReceipt(reward.project(), reward.id(), 0, reward.review(), List.of());
    }

    @Override
    public Deliveries recordArtifacts(Deliveries deliveries) {
        return deliveries;
    }

    @Override
    public SeedReceipt recordSeed(SeedDelivery delivery) {
        return SeedReceipt.refused(delivery);
    }

    @Override
    public SessionReceipt recordSession(SessionEvent event) {
        return new SessionReceipt(event.project(), event.session(), "", event.at(), null, 0, 0);
    }

    @Override
    public MistakeReceipt recordMistake(Mistake mistake) {
        return new MistakeReceipt(mistake.project(), mistake.id(), mistake.errorClass(), mistake.session());
    }

    @Override
    public Candidates candidates(PublishRequest request) {
        List<Candidate> rules = new ArrayList<>();
        if (request.root().equals(TRIAL)) {
            last.ifPresent(entry -> entry.insights().forEach(insight -> rules.add(candidate(entry, insight, rules.size()))));
        } else if (!request.root().isEmpty()) {
            rules.addAll(core.standings().candidates(request.project()));
        }
        return new Candidates(request, core.clock().instant(), rules, List.of());
    }

    /** The policy in force, or a first one that could come to be; recorded only between {@link #choosing} and {@link #forget}. */
    @Override
    public Policy choose(Candidates candidates, Draw draw, Map<Candidate, Integer> costs) {
        if (candidates.request().root().equals(TRIAL)) {
            return new Policy("", candidates.request(), candidates.at(), candidates.rules(), candidates.stopped());
        }
        return choosing ? super.choose(candidates, draw, costs) : core.policies().look(candidates, draw, costs::get);
    }

    /** What is chosen from now on is recorded; only what would be written is not. */
    void choosing() {
        choosing = true;
    }

    @Override
    public Candidates eligible(Candidates admitted) {
        return admitted;
    }

    private static Candidate candidate(EntryVersion entry, Insight insight, int number) {
        return Candidate.unscored(new Rule(String.valueOf(number), entry.project(), insight.category(), insight.text(), 1,
                entry.date(), entry.date(), List.of(entry.path()), List.of()));
    }

    void forget() {
        last = Optional.empty();
        choosing = false;
    }

    /** The entry that would have been recorded last. */
    Optional<EntryVersion> last() {
        return last;
    }
}
