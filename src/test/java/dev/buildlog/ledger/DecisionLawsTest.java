package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The laws of the design for random histories in which persons merge, split, word, promote and reject rules in between. */
class DecisionLawsTest {

    private static EmptyLedgers ledgers;

    @BeforeContainer
    static void makeEmptyLedger() throws Exception {
        ledgers = new EmptyLedgers();
    }

    @AfterContainer
    static void removeAll() throws Exception {
        ledgers.close();
    }

    /** An observation, or what a person decides after it about the rules there are, if there are any such. */
    private record Event(Fact fact, int kind, int rule, int other, int second) {

        /** Null if nothing is decided, or nothing can be. */
        Decision decision(TestLedger ledger) {
            List<String> ids = ledger.rules().stream().map(found -> found.id()).distinct().toList();
            if (kind == 0 || ids.isEmpty()) {
                return null;
            }
            String id = ids.get(rule % ids.size());
            List<String> wordings = ledger.wordings(id);
            return switch (kind) {
                case 1 -> TestLedger.decision(Decision.MERGE, second, "", id, ids.get(other % ids.size()));
                case 2 -> TestLedger.decision(Decision.SPLIT, second, wordings.get(other % wordings.size()), id);
                case 4, 5, 6, 7, 8, 9 -> TestLedger.decision(Decision.ON_STANDING.get(kind - 4), second, "", id);
                default -> TestLedger.decision(Decision.SET_TEXT, second, other % 4 == 0 ? "" : "as person " + other + " says", id);
            };
        }
    }

    @Property(seed = "1")
    void theOrderAndTheNumberOfDeliveriesDoNotMatter(@ForAll("histories") List<Event> events, @ForAll Random random) {
        try (TestLedger live = ledgers.open(); TestLedger reordered = ledgers.open()) {
            run(live, events);
            List<Runnable> deliveries = new ArrayList<>();
            for (Event event : events) {
                deliveries.add(() -> reordered.recorder.record(event.fact.version(), event.fact.recipeName()));
            }
            for (Ruling ruling : live.decisions.rulings(TestLedger.PROJECT)) {
                deliveries.add(() -> reordered.decisions.replay(ruling));
                deliveries.add(() -> reordered.decisions.replay(ruling));
            }
            Collections.shuffle(deliveries, random);
            deliveries.forEach(Runnable::run);
            assertThat(reordered.folds()).isEqualTo(live.folds());
        }
    }

    @Property(seed = "2")
    void aRebuildFindsNoDifference(@ForAll("histories") List<Event> events) {
        try (TestLedger live = ledgers.open()) {
            run(live, events);
            Set<String> before = live.folds();
            assertThat(live.rebuild()).isEmpty();
            assertThat(live.folds()).isEqualTo(before);
        }
    }

    @Property(seed = "3")
    void everyIdEverShownResolvesToTheRuleThatHoldsItsText(@ForAll("histories") List<Event> events) {
        try (TestLedger live = ledgers.open()) {
            Set<String> shown = new HashSet<>();
            for (Event event : events) {
                run(live, List.of(event));
                live.rules().forEach(rule -> shown.add(rule.id()));
            }
            Map<String, Set<String>> holders = new TreeMap<>();
            live.rows("select s.rule_id id, l.rule_id leader from statement s join statement l on l.id = s.leader_id")
                    .forEach(row -> holders.computeIfAbsent((String) row.get("id"), id -> new HashSet<>())
                            .add((String) row.get("leader")));
            shown.forEach(id -> {
                Rules.Named named = new Rules(live.ledger).resolve(TestLedger.PROJECT, id);
                if (holders.containsKey(id)) {
                    assertThat(named).isInstanceOfSatisfying(Rules.Named.Live.class,
                            found -> assertThat(found.rule().id()).isIn(holders.get(id)));
                } else {
                    assertThat(named).isInstanceOf(Rules.Named.Tombstone.class);
                }
            });
        }
    }

    @Property(seed = "4")
    void theLastWordAboutATextCounts(@ForAll("histories") List<Event> events) {
        try (TestLedger live = ledgers.open()) {
            run(live, events);
            int second = 100;
            for (Event event : events) {
                Decision decision = new Event(event.fact, event.kind, event.rule, event.other, ++second).decision(live);
                if (decision == null || !record(live, decision)) {
                    continue;
                }
                Rules rules = new Rules(live.ledger);
                if (decision.kind().equals(Decision.MERGE)) {
                    assertThat(decision.rules().stream().map(id -> live(rules, id)).distinct()).hasSize(1);
                } else if (decision.kind().equals(Decision.SET_TEXT) && !decision.text().isEmpty()) {
                    assertThat(live.rules()).extracting(rule -> rule.text()).contains(decision.text());
                } else if (decision.kind().equals(Decision.SPLIT)) {
                    Ruling ruling = live.decisions.rulings(TestLedger.PROJECT).stream()
                            .filter(one -> one.decision().equals(decision)).findFirst().orElseThrow();
                    Set<Object> out = live.leaders(ruling.piles().get(0).sayings());
                    Set<Object> rest = live.leaders(ruling.piles().get(ruling.piles().size() - 1).sayings());
                    assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(out);
                }
            }
        }
    }

    @Property(seed = "5")
    void evidenceAddsUp(@ForAll("histories") List<Event> events) {
        try (TestLedger live = ledgers.open()) {
            run(live, events);
            Map<String, Set<String>> paths = new TreeMap<>();
            live.rows("select l.rule_id || ' ' || l.category id, e.path from statement s join statement l on l.id = s.leader_id"
                    + " join insight i on i.statement_id = s.id join holding h on h.reading_id = i.reading_id"
                    + " join entry e on e.id = h.entry_id").forEach(row -> paths
                            .computeIfAbsent((String) row.get("id"), id -> new HashSet<>()).add((String) row.get("path")));
            live.rules().forEach(rule -> {
                assertThat(Set.copyOf(rule.sources())).isEqualTo(paths.get(rule.id() + " " + rule.category()));
                assertThat(rule.frequency()).isBetween(1, rule.sources().size());
            });
        }
    }

    @Property(seed = "6")
    void ofAllThatWasDecidedAboutTheTextsOfARuleTheLatestCounts(@ForAll("histories") List<Event> events) {
        try (TestLedger live = ledgers.open()) {
            run(live, events);
            Map<String, TreeMap<String, String>> said = new TreeMap<>();
            live.rows("select l.rule_id || ' ' || l.category rule, d.kind kind, d.decided_at at, d.id id from statement s"
                    + " join statement l on l.id = s.leader_id join pile_member m on m.statement_id = s.id"
                    + " join pile p on p.id = m.pile_id join decision d on d.id = p.decision_id"
                    + " where d.kind in ('promote', 'pin', 'reject', 'restore')").forEach(row -> said
                            .computeIfAbsent((String) row.get("rule"), rule -> new TreeMap<>())
                            .put(row.get("at") + " " + row.get("id"), (String) row.get("kind")));
            live.standings(TestLedger.PROJECT).forEach(stand -> {
                TreeMap<String, String> decisions = said.get(stand.candidate().rule().id() + " "
                        + stand.candidate().rule().category());
                if (decisions != null) {
                    boolean rejected = decisions.lastEntry().getValue().equals(Decision.REJECT);
                    assertThat(stand.standing() == Standing.REJECTED).as(stand.toString()).isEqualTo(rejected);
                }
            });
        }
    }

    @Property(seed = "7")
    void aRejectedTextStaysOutWhateverIsSeenMergedAndSplit(@ForAll("histories") List<Event> events,
            @ForAll("histories") List<Event> more, @ForAll Random random) {
        try (TestLedger live = ledgers.open()) {
            run(live, events);
            List<String> ids = live.rules().stream().map(rule -> rule.id()).distinct().toList();
            if (ids.isEmpty()) {
                return;
            }
            String id = ids.get(random.nextInt(ids.size()));
            live.decisions.record(TestLedger.decision(Decision.REJECT, 200, "", id));
            Set<Object> texts = new HashSet<>();
            live.rows("select s.rule_id id from statement s join statement l on l.id = s.leader_id where l.rule_id = ?", id)
                    .forEach(row -> texts.add(row.get("id")));
            for (Event event : more) {
                run(live, List.of(new Event(event.fact, event.kind % 4, event.rule, event.other, event.second)));
            }
            Set<String> out = new HashSet<>();
            live.standings(TestLedger.PROJECT).stream().filter(stand -> stand.standing() != Standing.REJECTED)
                    .forEach(stand -> out.add(stand.candidate().rule().id() + " " + stand.candidate().rule().category()));
            live.rows("select s.rule_id id, l.rule_id || ' ' || l.category rule from statement s join statement l"
                    + " on l.id = s.leader_id").stream().filter(row -> texts.contains(row.get("id")))
                    .forEach(row -> assertThat(out).doesNotContain((String) row.get("rule")));
        }
    }

    private static Object live(Rules rules, String id) {
        return rules.resolve(TestLedger.PROJECT, id) instanceof Rules.Named.Live found ? found.rule().id() : id;
    }

    private static void run(TestLedger ledger, List<Event> events) {
        for (Event event : events) {
            ledger.recorder.record(event.fact.version(), event.fact.recipeName());
            Decision decision = event.decision(ledger);
            if (decision != null) {
                record(ledger, decision);
            }
        }
    }

    private static boolean record(TestLedger ledger, Decision decision) {
        try {
            ledger.decisions.record(decision);
            return true;
        } catch (BuildlogException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Combinators.combine(LedgerLawsTest.facts(), Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 20), Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 40))
                .as(Event::new).list().ofMinSize(1).ofMaxSize(18);
    }
}
