package dev.buildlog.cli;

import dev.buildlog.curate.Gate;
import dev.buildlog.learn.Reconciler;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.RuleState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a rule goes out to agents and why, by what was decided, what the shipped gate and reconciliation say, and the last
 * draw.
 *
 * @param why a sentence without its end
 */
record Fortune(RuleState state, boolean shown, String why) {

    /** @param last what became of it in the last draw; empty if it took no part, or there was none */
    static Fortune of(Stand stand, List<Stand> all, States states, Optional<Considered> last) {
        RuleState state = states.of(stand);
        Candidate candidate = stand.candidate();
        String by = stand.by().isEmpty() ? "somebody" : stand.by();
        String said = by + (stand.at() == null ? "" : " on " + stand.at()) + (stand.why().isEmpty() ? "" : ": " + stand.why());
        String level = String.format(Locale.ROOT, "%s confidence (%.2f)", candidate.confidence().level().key(),
                candidate.confidence().score());
        return switch (state) {
            case REJECTED -> out(state, "rejected by " + said);
            case RETIRED -> out(state, "retired by " + said);
            case QUARANTINED -> out(state, "the gate keeps it back: it " + objection(candidate) + "; a person has to look"
                    + " (buildlog queue)");
            case NEW -> out(state, "it waits for a person (buildlog queue): " + (candidate.hearsay().isEmpty()
                    ? "its " + level + " is below what goes out by itself (publish.auto)" : RuleFields.needsAPerson(candidate)));
            case ACTIVE -> drawn(state, candidate, all, states, last, "it goes out by itself with " + level);
            case PROMOTED -> drawn(state, candidate, all, states, last, "promoted by " + said);
            case PINNED -> drawn(state, candidate, all, states, last, "pinned by " + said);
        };
    }

    private static Fortune drawn(RuleState state, Candidate candidate, List<Stand> all, States states,
            Optional<Considered> last, String ground) {
        Optional<String> contradicted = contradicted(candidate, all, states);
        if (contradicted.isPresent()) {
            return out(state, ground + ", but it " + contradicted.get());
        }
        if (last.isEmpty()) {
            return out(state, ground + ", and takes part in the next draw");
        }
        String chance = String.format(Locale.ROOT, " (propensity %.3f)", last.get().propensity());
        Fate fate = last.get().fate();
        return switch (fate) {
            case PINNED, CHOSEN -> new Fortune(state, true, ground + (fate == Fate.PINNED ? "" : ", and the last draw chose it"
                    + chance));
            case WITHHELD -> out(state, ground + ", and was drawn, but the coin withheld it, to see how work goes without it"
                    + chance);
            case NO_ROOM -> out(state, ground + ", and was drawn, but there was no room left in the budget" + chance);
            case PASSED -> out(state, ground + ", but the last draw chose others" + chance);
        };
    }

    private static Fortune out(RuleState state, String why) {
        return new Fortune(state, false, why);
    }

    private static String objection(Candidate candidate) {
        String text = candidate.rule().text();
        return (candidate.terms().released() ? Gate.unreleasable(text) : Gate.objection(text)).orElse("must not be shown");
    }

    /** Why a rule that says the opposite goes first, if so. */
    private static Optional<String> contradicted(Candidate candidate, List<Stand> all, States states) {
        if (candidate.rule().contradicts().isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> going = all.stream().filter(stand -> states.of(stand) != RuleState.QUARANTINED).map(Stand::candidate)
                .toList();
        Candidates left = new Reconciler().reconcile(new Candidates(new PublishRequest(candidate.rule().project(), ""),
                states.now(), going, List.of()));
        return left.stopped().stream().filter(one -> one.rule().id().equals(candidate.rule().id())
                && one.rule().category().equals(candidate.rule().category())).map(one -> one.reason()).findFirst();
    }
}
