package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.learn.Admission;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.RuleState;
import java.time.Instant;

/**
 * In which state rules are, by the settings in force at a workplace.
 *
 * @param admission what goes out without a person
 * @param now the instant for which confidence is computed
 */
record States(Admission admission, Instant now) {

    static States of(Workplace here) {
        return new States(Admission.from(here.settings().text(Keys.PUBLISH_AUTO)), here.clock().instant());
    }

    /** The rule with its confidence. */
    Stand scored(Stand stand) {
        return stand.withConfidence(Scorer.confidence(stand.candidate().rule(), now));
    }

    RuleState of(Stand stand) {
        return of(scored(stand).candidate());
    }

    /** The state of a scored rule as the shipped gate sees it. */
    RuleState of(Candidate candidate) {
        String text = candidate.rule().text();
        boolean held = (candidate.terms().released() ? Gate.unreleasable(text) : Gate.objection(text)).isPresent();
        return RuleState.of(candidate.standing(), held, admission.admits(candidate));
    }
}
