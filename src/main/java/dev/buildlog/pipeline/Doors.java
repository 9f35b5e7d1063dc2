package dev.buildlog.pipeline;

import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import dev.buildlog.model.PieceFindings;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.ReviewPiece;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedReceipt;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import java.util.Map;

/**
 * The doors by which changes of state enter, for those who stand outside a pipeline. Each finds the pipeline of the message's
 * project; a call returns once the change is on disk, and throws what kept it from getting there.
 */
public interface Doors {

    /** Door {@code direct:entry}; takes an {@link EntryVersion}. */
    String ENTRY = "entry";

    /** Door {@code direct:publish}; takes a {@link PublishRequest}. */
    String PUBLISH = "publish";

    /** Door {@code direct:source}; takes an {@link EntryVersion} and answers with a {@code SourceReading}. */
    String SOURCE = "source";

    /** Door {@code direct:decision}; takes a {@link Decision}. */
    String DECISION = "decision";

    /** Door {@code direct:review}; takes a {@link Review} and answers with a {@link ReviewReceipt}. */
    String REVIEW = "review";

    /** Door {@code direct:reward}; takes a {@link Reward} and answers with a {@link RewardReceipt}. */
    String REWARD = "reward";

    /** Door {@code direct:artifacts}; takes and answers with {@link Deliveries}. */
    String ARTIFACTS = "artifacts";

    /** Door {@code direct:seed}; takes a {@link SeedDelivery} and answers with a {@link SeedReceipt}. */
    String SEED = "seed";

    /** Door {@code direct:session}; takes a {@link SessionEvent} and answers with a {@link SessionReceipt}. */
    String SESSION = "session";

    /** Door {@code direct:mistake}; takes a {@link Mistake} and answers with a {@link MistakeReceipt}. */
    String MISTAKE = "mistake";

    /** Door {@code direct:gauntlet-run}; takes a {@link GauntletRun} and answers with an {@link IssuedRun}. */
    String GAUNTLET_RUN = "gauntlet-run";

    /** Door {@code direct:risk}; takes a {@link RiskAcceptance} and answers with a {@link RiskReceipt}. */
    String RISK = "risk";

    /** Door {@code direct:review-piece}; takes a {@link ReviewPiece} and answers with a {@link PieceFindings}. */
    String REVIEW_PIECE = "review-piece";

    /** Door {@code direct:commit}; takes a {@link Commit}. */
    String COMMIT = "commit";

    /** The message type of each door. */
    Map<String, Class<?>> MESSAGES = Map.ofEntries(
            Map.entry(ENTRY, EntryVersion.class),
            Map.entry(PUBLISH, PublishRequest.class),
            Map.entry(SOURCE, EntryVersion.class),
            Map.entry(DECISION, Decision.class),
            Map.entry(REVIEW, Review.class),
            Map.entry(REWARD, Reward.class),
            Map.entry(SESSION, SessionEvent.class),
            Map.entry(MISTAKE, Mistake.class),
            Map.entry(GAUNTLET_RUN, GauntletRun.class),
            Map.entry(RISK, RiskAcceptance.class),
            Map.entry(REVIEW_PIECE, ReviewPiece.class),
            Map.entry(COMMIT, Commit.class),
            Map.entry(ARTIFACTS, Deliveries.class),
            Map.entry(SEED, SeedDelivery.class));

    /** An entry as it is now, or the news that it is gone. */
    void entry(EntryVersion entry);

    /**
     * What a person decided about rules.
     *
     * @throws dev.buildlog.model.BuildlogException if it cannot be meant; it is then not kept
     */
    void decision(Decision decision);

    /**
     * What a reviewer found.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant; it is then not kept
     */
    ReviewReceipt review(Review review);

    /**
     * How reviewed work came out.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant; it is then not kept
     */
    RewardReceipt reward(Reward reward);

    /**
     * That a stretch of work begins or ends.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant; it is then not kept
     */
    SessionReceipt session(SessionEvent event);

    /**
     * What went wrong in some work.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant; it is then not kept
     */
    MistakeReceipt mistake(Mistake mistake);

    /**
     * Begins a run, whose rules are drawn once.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant; it is then not kept
     */
    IssuedRun begin(GauntletRun run);

    /**
     * Somebody answers for findings that stay.
     *
     * @throws dev.buildlog.model.RefusedException if it cannot be meant; it is then not kept
     */
    RiskReceipt accept(RiskAcceptance acceptance);

    /** A commit of a checkout that is served here. */
    void commit(Commit commit);

    /** Artifacts of other systems; the answer says which were refused, and why. */
    Deliveries artifacts(Deliveries deliveries);

    /**
     * A seed file; the answer says whether it was refused, and why.
     *
     * @throws dev.buildlog.model.RefusedException if it is for a project that is not known
     */
    SeedReceipt seed(SeedDelivery delivery);

    /** Brings the agents' files of a project up to date. */
    void publish(PublishRequest request);
}
