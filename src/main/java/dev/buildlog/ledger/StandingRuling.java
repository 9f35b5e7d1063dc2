package dev.buildlog.ledger;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Similarity;
import dev.buildlog.ledger.Ruling.Pile;
import dev.buildlog.ledger.Wordings.Wording;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which texts a decision about the standing of rules speaks of, and whether it can be meant as the rules stand. */
final class StandingRuling {

    private final JdbcTemplate db;
    private final Decision decision;
    private final Map<Long, Standings.Stand> stands;

    private StandingRuling(JdbcTemplate db, Decision decision, Map<Long, Standings.Stand> stands) {
        this.db = db;
        this.decision = decision;
        this.stands = stands;
    }

    /** @throws BuildlogException if it cannot be meant; of several rules none is then decided about */
    static Ruling of(JdbcTemplate db, Map<String, Similarity> similarities, Decision decision) {
        if (decision.rules().isEmpty()) {
            throw new BuildlogException("a decision of kind '" + decision.kind() + "' is about rules: name them by their ids");
        }
        boolean lets = decision.kind().equals(Decision.PROMOTE) || decision.kind().equals(Decision.PIN);
        if (!lets && (!decision.targets().isEmpty() || decision.despiteGate())) {
            throw new BuildlogException("targets and the release from the gate are for promote and pin; '" + decision.kind()
                    + "' has neither");
        }
        if (decision.despiteGate() && decision.why().isBlank()) {
            throw new BuildlogException("whoever lets a rule out despite the gate says why: --why \"...\"");
        }
        if (decision.targets().stream().anyMatch(target -> !target.matches("[a-z0-9_]{1,64}"))) {
            throw new BuildlogException("targets are named as in docs/targets.md, agents_md for instance; not "
                    + decision.targets());
        }
        Map<Long, Rule> live = Rules.byLeader(db, decision.project());
        Map<Long, Standings.Stand> stands = Standings.of(db, similarities, decision.project(), live);
        return new StandingRuling(db, decision, stands).ruling();
    }

    private Ruling ruling() {
        Map<Long, List<Wording>> rules = new LinkedHashMap<>();
        for (String id : decision.rules()) {
            new TreeMap<>(Wordings.of(db, decision.project(), id).byRule()).forEach(rules::putIfAbsent);
        }
        List<Pile> piles = new ArrayList<>();
        rules.forEach((leader, wordings) -> {
            Standings.Stand stand = Objects.requireNonNull(stands.get(leader));
            require(stand);
            piles.add(new Pile(Wordings.withSilent(db, wordings), false, stand.text()));
        });
        return new Ruling(decision, piles);
    }

    private void require(Standings.Stand stand) {
        String id = stand.candidate().rule().id();
        Standing standing = stand.standing();
        switch (decision.kind()) {
            case Decision.PROMOTE, Decision.PIN -> requireShowable(id, stand.text());
            case Decision.RETIRE -> refuseIf(standing == Standing.RETIRED || standing == Standing.REJECTED, id
                    + (standing == Standing.RETIRED ? " is retired already" : " is rejected, so it does not go out anyway"));
            case Decision.UNRETIRE -> refuseIf(standing != Standing.RETIRED, id + " is not retired"
                    + (standing == Standing.REJECTED ? " but rejected: buildlog reopen " + id : ""));
            case Decision.RESTORE -> refuseIf(standing == Standing.OPEN || standing == Standing.RETIRED, id
                    + (standing == Standing.RETIRED ? " is retired: buildlog unretire " + id
                            : " is neither promoted nor pinned nor rejected, so there is nothing to take back"));
            default -> { }
        }
    }

    private void requireShowable(String id, String text) {
        Gate.unreleasable(text).ifPresent(objection -> {
            throw new BuildlogException(id + " " + objection + ". No agent is shown that, whoever asks; word it without:"
                    + " buildlog set-text " + id + " \"...\"");
        });
        Gate.objection(text).filter(objection -> !decision.despiteGate()).ifPresent(objection -> {
            throw new BuildlogException(id + " " + objection + ", so the gate keeps it back. Word it otherwise (buildlog"
                    + " set-text " + id + " \"...\"), or let it out all the same: buildlog promote " + id
                    + " --despite-gate --why \"...\"");
        });
    }

    private static void refuseIf(boolean senseless, String why) {
        if (senseless) {
            throw new BuildlogException(why);
        }
    }
}
