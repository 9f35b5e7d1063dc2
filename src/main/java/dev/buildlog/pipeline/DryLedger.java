package dev.buildlog.pipeline;

import dev.buildlog.model.Candidates;
import dev.buildlog.model.Decision;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.PublishRequest;
import java.util.List;
import java.util.Optional;

/** Stands in for the ledger where the routes are only asked what they would do. */
public final class DryLedger extends LedgerSteps {

    private final Core core;
    private volatile Optional<EntryVersion> last = Optional.empty();

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
    public Candidates candidates(PublishRequest request) {
        return new Candidates(request, core.clock().instant(), List.of(), List.of());
    }

    void forget() {
        last = Optional.empty();
    }

    /** The entry that would have been recorded last. */
    Optional<EntryVersion> last() {
        return last;
    }
}
