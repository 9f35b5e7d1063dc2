package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Insight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

/** The laws of the design, for random observations in random order: the folds follow from the set of facts alone. */
class LedgerLawsTest {

    private static EmptyLedgers ledgers;

    @BeforeContainer
    static void makeEmptyLedger() throws IOException {
        ledgers = new EmptyLedgers();
    }

    @AfterContainer
    static void removeAll() throws IOException {
        ledgers.close();
    }

    @Property(seed = "1")
    void theOrderAndTheNumberOfDeliveriesDoNotMatter(@ForAll("histories") List<Fact> facts, @ForAll Random random) {
        List<Fact> delivered = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        try (TestLedger asObserved = fresh(); TestLedger reordered = fresh()) {
            record(asObserved, facts);
            record(reordered, delivered);
            assertThat(reordered.folds()).isEqualTo(asObserved.folds());
        }
    }

    @Property(seed = "2")
    void theFinalStateAloneGivesTheSameFolds(@ForAll("plainHistories") List<Fact> facts) {
        try (TestLedger live = fresh(); TestLedger batch = fresh()) {
            record(live, facts);
            record(batch, finalState(facts));
            assertThat(batch.folds()).isEqualTo(live.folds());
        }
    }

    @Property(seed = "3")
    void aRebuildFindsNoDifference(@ForAll("histories") List<Fact> facts) {
        try (TestLedger live = fresh()) {
            record(live, facts);
            Set<String> before = live.folds();
            assertThat(live.rebuild()).isEmpty();
            assertThat(live.folds()).isEqualTo(before);
        }
    }

    @Property(seed = "6")
    void vectorsFollowTheSameLaws(@ForAll("plainHistories") List<Fact> facts, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        try (TestLedger live = fresh(); TestLedger reordered = fresh(); TestLedger batch = fresh()) {
            recordByVectors(live, facts);
            recordByVectors(reordered, shuffled);
            recordByVectors(batch, finalState(facts));
            assertThat(reordered.folds()).isEqualTo(live.folds());
            assertThat(batch.folds()).isEqualTo(live.folds());
            assertThat(live.rebuild()).isEmpty();
        }
    }

    @Property(seed = "4")
    void everyIdEverShownResolves(@ForAll("plainHistories") List<Fact> facts) {
        try (TestLedger live = fresh()) {
            Map<String, String> shown = new TreeMap<>();
            for (Fact fact : facts) {
                record(live, List.of(fact));
                live.rows("select rule_id id, text from statement where leader_id = id").forEach(row ->
                        shown.put((String) row.get("id"), ((String) row.get("text")).toLowerCase(Locale.ROOT)));
            }
            Map<String, Set<String>> leaders = new HashMap<>();
            live.rows("select s.rule_id id, l.rule_id leader from statement s join statement l on l.id = s.leader_id")
                    .forEach(row -> leaders.computeIfAbsent((String) row.get("id"), id -> new HashSet<>())
                            .add((String) row.get("leader")));
            Set<String> said = new HashSet<>();
            finalState(facts).forEach(fact -> fact.insights().forEach(insight -> said.add(Fact.ruleId(insight))));
            Rules rules = new Rules(live.ledger);
            shown.forEach((id, text) -> {
                Rules.Named named = rules.resolve(TestLedger.PROJECT, id);
                if (said.contains(id)) {
                    assertThat(named).isInstanceOfSatisfying(Rules.Named.Live.class,
                            found -> assertThat(found.rule().id())
                                    .isIn(leaders.get(id).contains(id) ? Set.of(id) : leaders.get(id)));
                } else {
                    assertThat(named).isInstanceOfSatisfying(Rules.Named.Tombstone.class,
                            tombstone -> assertThat(tombstone.text()).isEqualToIgnoringCase(text));
                }
            });
        }
    }

    @Property(seed = "5")
    void frequencyCountsDistinctEntries(@ForAll("plainHistories") List<Fact> facts) {
        try (TestLedger live = fresh()) {
            record(live, facts);
            Map<String, String> leaders = new HashMap<>();
            live.rows("select s.category || s.rule_id id, l.category || l.rule_id leader from statement s"
                    + " join statement l on l.id = s.leader_id").forEach(row -> leaders.put((String) row.get("id"), (String) row.get("leader")));
            Map<String, Set<String>> contents = new HashMap<>();
            Map<String, Set<Fact>> evidence = new HashMap<>();
            for (Fact fact : finalState(facts)) {
                for (Insight insight : fact.insights()) {
                    evidence.computeIfAbsent(leaders.get(insight.category() + Fact.ruleId(insight)), id -> new HashSet<>())
                            .add(fact);
                }
            }
            Map<String, Integer> counted = new TreeMap<>();
            evidence.forEach((rule, entries) -> counted.put(rule, distinct(entries)));
            Map<String, Integer> found = new TreeMap<>();
            live.rules().forEach(rule -> found.put(rule.category() + rule.id(), rule.frequency()));
            assertThat(found).isEqualTo(counted);
        }
    }

    /** Entries, where a path or a content in common makes two of them one: merges sets until none overlap. */
    private static int distinct(Collection<Fact> facts) {
        List<Set<Object>> parts = new ArrayList<>();
        for (Fact fact : facts) {
            Set<Object> part = new HashSet<>(Set.of("path " + fact.path(), "content " + fact.content()));
            parts.removeIf(other -> !Collections.disjoint(other, part) && part.addAll(other) | true);
            parts.add(part);
        }
        return parts.size();
    }

    /** Of each holder and entry the observation that counts, as far as the entry is still there. */
    private static List<Fact> finalState(List<Fact> facts) {
        Map<List<Integer>, Fact> latest = new HashMap<>();
        facts.forEach(fact -> latest.merge(List.of(fact.holder(), fact.path()), fact, (a, b) -> a.second() > b.second() ? a : b));
        return latest.values().stream().filter(fact -> fact.content() != Fact.REMOVED).toList();
    }

    private static void record(TestLedger ledger, List<Fact> facts) {
        facts.forEach(fact -> ledger.recorder.record(fact.version(), fact.recipeName()));
    }

    private static void recordByVectors(TestLedger ledger, List<Fact> facts) {
        facts.forEach(fact -> ledger.recorder.record(fact.version().withInsights(fact.version().insights().stream()
                .map(insight -> insight.withFingerprint(TestLedger.VECTORS.fingerprint(insight.text())))
                .toList()), fact.recipeName()));
    }

    private static TestLedger fresh() {
        return ledgers.open();
    }

    @Provide
    Arbitrary<List<Fact>> histories() {
        return facts().list().ofMinSize(1).ofMaxSize(25);
    }

    /** Histories in which no holder saw an entry twice at one instant. */
    @Provide
    Arbitrary<List<Fact>> plainHistories() {
        return facts().list().uniqueElements(fact -> List.of(fact.holder(), fact.path(), fact.second())).ofMinSize(1).ofMaxSize(25);
    }

    static Arbitrary<Fact> facts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Fact.HOLDERS.size() - 1),
                        Arbitraries.integers().between(0, Fact.PATHS.size() - 1),
                        Arbitraries.integers().between(Fact.REMOVED, Fact.CONTENTS - 1),
                        Arbitraries.integers().between(0, Fact.RECIPES - 1),
                        Arbitraries.integers().between(0, 40))
                .as(Fact::new);
    }
}
