package dev.buildlog.ledger;

import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.SimilarityGraph.Neighbour;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rules that nobody has decided about, though somebody has about what they say: in the same words under another category, or in
 * words that no live entry has any more since it was worded otherwise. What was decided then holds for them too.
 */
final class Heirs {

    private final JdbcTemplate db;
    private final Map<String, Similarity> similarities;
    private final Map<String, Registers> byText = new HashMap<>();
    private final Map<Long, Registers> silent = new HashMap<>();

    Heirs(JdbcTemplate db, Map<String, Similarity> similarities) {
        this.db = db;
        this.similarities = similarities;
    }

    /**
     * What was decided about a statement.
     *
     * @param isSilent whether no live entry makes it
     * @param ruleId its id, which stands for its text in every category
     */
    void bequeath(long statement, boolean isSilent, String ruleId, Registers decided) {
        byText.merge(text(ruleId), decided, Registers::and);
        if (isSilent) {
            silent.merge(statement, decided, Registers::and);
        }
    }

    /** What some of the rules led by {@code leaders}, about which nobody has decided, inherit. */
    Map<Long, Registers> of(Collection<Long> leaders) {
        Map<Long, Registers> inherited = new HashMap<>();
        if (byText.isEmpty() || leaders.isEmpty()) {
            return inherited;
        }
        Map<Long, Place> places = places(leaders);
        places.values().forEach(place -> {
            Registers decided = byText.get(text(place.ruleId));
            if (decided != null) {
                inherited.merge(place.leader, decided, Registers::and);
            }
        });
        if (!silent.isEmpty()) {
            reworded(places, inherited);
        }
        return inherited;
    }

    private void reworded(Map<Long, Place> places, Map<Long, Registers> inherited) {
        Verdicts verdicts = Verdicts.of(db, silent.keySet());
        Set<Long> alone = Set.copyOf(db.queryForList("select id from pile where alone = 1", Long.class));
        new Resemblance(db, similarities).heirs(silent.keySet()).forEach((old, neighbours) -> {
            long pile = verdicts.of(old).pile();
            for (Neighbour neighbour : neighbours) {
                Place place = places.get(neighbour.node());
                if (place != null && !areApart(pile, place.pile, alone)) {
                    inherited.merge(place.leader, Objects.requireNonNull(silent.get(old)), Registers::and);
                }
            }
        });
    }

    private record Place(long leader, long pile, String ruleId) {}

    /** Whether a person has told them apart: of two piles, or one of them a rule of its own. */
    private static boolean areApart(long old, long now, Set<Long> alone) {
        return old != now && (old != 0 && now != 0 || alone.contains(old) || alone.contains(now));
    }

    private Map<Long, Place> places(Collection<Long> leaders) {
        Map<Long, Place> places = new HashMap<>();
        Rows.each(db, "select id, leader_id, pile_id, rule_id from statement where leader_id in (?)", leaders,
                row -> places.put(row.getLong(1), new Place(row.getLong(2), row.getLong(3), row.getString(4))));
        return places;
    }

    /** What of an id stands for the text: that behind the category. */
    private static String text(String ruleId) {
        return ruleId.substring(ruleId.indexOf('-') + 1);
    }
}
