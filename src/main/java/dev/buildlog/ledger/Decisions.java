package dev.buildlog.ledger;

import dev.buildlog.curate.Forgotten;
import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Similarity;
import dev.buildlog.emission.RuleDecision;
import dev.buildlog.ledger.Ruling.Pile;
import dev.buildlog.ledger.Ruling.Saying;
import dev.buildlog.ledger.Wordings.Wording;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Suggestion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records what persons decide about rules: one transaction that finds out which texts a decision speaks of, stores both, and
 * folds them into the rules.
 */
public final class Decisions {

    /** Longest text of a rule, in UTF-16 units. */
    private static final int LONGEST = 1_000;

    private final Ledger ledger;
    private final Map<String, Similarity> similarities;
    private final Clock clock;
    private final String version;

    /** @param version version of buildlog, named in emissions */
    public Decisions(Ledger ledger, Map<String, Similarity> similarities, Clock clock, String version) {
        this.ledger = ledger;
        this.similarities = Map.copyOf(similarities);
        this.clock = clock;
        this.version = version;
    }

    /**
     * Records {@code decision}; one that was recorded before changes nothing.
     *
     * @throws RefusedException if it cannot be meant: an unknown kind, rule or wording, or a text that must not be shown
     */
    public void record(Decision decision) {
        Forgotten forgotten = ledger.read(Tombstones::of);
        Decision plain = decision.withWords(forgotten.erase(decision.text().strip()), forgotten.erase(decision.why().strip()));
        ledger.write(db -> {
            if (isKnown(db, plain)) {
                Said.require(db, "decision", new Ruling(plain, List.of()).id(), Said.in(plain));
                return false;
            }
            Ruling ruling = meant(db, plain);
            Outbox.leave(db, new RuleDecision(ruling.id(), plain).emission());
            return store(db, ruling);
        });
    }

    private Ruling meant(JdbcTemplate db, Decision decision) {
        try {
            return ruling(db, decision);
        } catch (LedgerBusyException e) {
            throw e;
        } catch (BuildlogException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    /** Records a ruling made elsewhere. */
    void replay(Ruling ruling) {
        ledger.write(db -> store(db, ruling));
    }

    /** All rulings on a project, in the order of their ids. */
    List<Ruling> rulings(String project) {
        return ledger.read(db -> db.query("select id, kind, rules, text, decided_at, why, targets, despite_gate, decided_by"
                + " from decision where project_id = ? order by id", (row, n) -> {
            Decision decision = new Decision("", project, row.getString(2), words(row.getString(3)), row.getString(4),
                    row.getString(6), words(row.getString(7)), row.getInt(8) == 1, row.getString(9),
                    EntryRecorder.instant(row.getLong(5)));
            List<Pile> piles = piles(db, row.getString(1));
            Ruling unnamed = new Ruling(decision, piles);
            return unnamed.id().equals(row.getString(1)) ? unnamed : new Ruling(decision.withId(row.getString(1)), piles);
        }, project));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static List<Pile> piles(JdbcTemplate db, String decision) {
        return db.query("select id, alone, text from pile where decision_id = ? order by number", (pile, n) -> new Pile(
                db.query("select s.category, s.text from pile_member m join statement s on s.id = m.statement_id"
                        + " where m.pile_id = ? order by s.category, s.text", (row, m) -> new Saying(row.getString(1),
                                row.getString(2)), pile.getLong(1)), pile.getInt(2) == 1, pile.getString(3)), decision);
    }

    private static boolean isKnown(JdbcTemplate db, Decision decision) {
        return !db.queryForList("select 1 from decision where id = ?", Integer.class,
                new Ruling(decision, List.of()).id()).isEmpty();
    }

    private Ruling ruling(JdbcTemplate db, Decision decision) {
        if (db.queryForList("select 1 from project where id = ?", Integer.class, decision.project()).isEmpty()) {
            throw new BuildlogException("this home has no project '" + decision.project() + "'");
        }
        return switch (decision.kind()) {
            case Decision.MERGE -> merge(db, decision);
            case Decision.SPLIT -> split(db, decision);
            case Decision.SET_TEXT -> setText(db, decision);
            case Decision.PROMOTE, Decision.PIN, Decision.REJECT, Decision.RETIRE, Decision.UNRETIRE, Decision.RESTORE ->
                    StandingRuling.of(db, similarities, decision);
            default -> throw new BuildlogException("there is no decision of kind '" + decision.kind() + "'"
                    + Suggestion.hintOrList(decision.kind(), Decision.KINDS, ""));
        };
    }

    private static Ruling merge(JdbcTemplate db, Decision decision) {
        Set<String> ids = new LinkedHashSet<>(decision.rules());
        if (ids.size() < 2) {
            throw new BuildlogException("a merge joins two rules or more: name each by its id");
        }
        List<Wording> all = new ArrayList<>();
        ids.forEach(id -> all.addAll(Wordings.of(db, decision.project(), id).all()));
        return new Ruling(decision, List.of(new Pile(Wordings.withSilent(db, all), false)));
    }

    private static Ruling split(JdbcTemplate db, Decision decision) {
        Wordings wordings = Wordings.of(db, decision.project(), only(decision));
        List<Wording> out = wordings.named(decision.text());
        List<Wording> rest = wordings.all().stream().filter(wording -> !out.contains(wording)).toList();
        if (rest.isEmpty()) {
            throw new BuildlogException("rule " + only(decision) + " has this one wording: there is nothing to take it out of.");
        }
        List<Pile> piles = new ArrayList<>();
        List<Saying> others = new ArrayList<>(Wordings.withSilent(db, rest));
        for (Wording wording : out) {
            Saying alone = new Saying(wording.category(), wording.text());
            piles.add(new Pile(List.of(alone), true));
            others.remove(alone);
        }
        piles.add(new Pile(others, false));
        return new Ruling(decision, piles);
    }

    private static Ruling setText(JdbcTemplate db, Decision decision) {
        Wordings wordings = Wordings.of(db, decision.project(), only(decision));
        if (decision.text().length() > LONGEST) {
            throw new BuildlogException("the text has " + decision.text().length() + " characters; a rule has at most " + LONGEST);
        }
        Gate.blemish(decision.text()).ifPresent(objection -> {
            throw new BuildlogException("the text " + objection + ". No agent would be shown it; write it without.");
        });
        return new Ruling(decision, List.of(new Pile(Wordings.withSilent(db, wordings.all()), false)));
    }

    private static String only(Decision decision) {
        if (decision.rules().size() != 1) {
            throw new BuildlogException("a decision of kind '" + decision.kind() + "' is about one rule: name it by its id");
        }
        return decision.rules().get(0);
    }

    private boolean store(JdbcTemplate db, Ruling ruling) {
        Decision decision = ruling.decision();
        int stored = db.update("insert into decision (id, project_id, kind, rules, text, decided_at, why, targets, despite_gate,"
                + " decided_by, said) values (?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing", ruling.id(), decision.project(),
                decision.kind(), String.join(" ", decision.rules()), decision.text(), EntryRecorder.micros(decision.at()),
                decision.why(), String.join(" ", decision.targets()), decision.despiteGate() ? 1 : 0, decision.by(),
                Said.in(decision));
        if (stored == 0) {
            return false;
        }
        Set<Long> spokenOf = new HashSet<>();
        for (int i = 0; i < ruling.piles().size(); i++) {
            Pile pile = ruling.piles().get(i);
            long number = Objects.requireNonNull(db.queryForObject("insert into pile (decision_id, number, alone, text)"
                    + " values (?,?,?,?) returning id", Long.class, ruling.id(), i, pile.alone() ? 1 : 0, pile.text()));
            Set<Long> statements = Statements.numbers(db, decision.project(), pile.sayings());
            Rows.batch(db, "insert into pile_member (statement_id, pile_id) values (?,?)", statements.stream()
                    .map(statement -> new Object[] {statement, number}).collect(Collectors.toList()));
            spokenOf.addAll(statements);
        }
        if (!decision.onStanding()) {
            new Folding(db, similarities, clock, version).join().add(decision.project(), spokenOf);
        }
        return true;
    }
}
