package dev.buildlog.ledger;

import dev.buildlog.ledger.Registers.Word;
import dev.buildlog.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which of several rules, that were one when a person promoted it, is the one that was promoted: the one that reads so, else the
 * one that was ever written so, else the earliest. The others say something nobody has let out. A rejection holds for all.
 */
final class Bearers {

    private Bearers() {}

    /** Leaders of the others. @param decided what was decided, by leader */
    static Set<Long> of(JdbcTemplate db, Map<Long, Rule> rules, Map<Long, Registers> decided) {
        Map<Long, List<Long>> byPile = new HashMap<>();
        decided.forEach((leader, registers) -> {
            if (registers.standing().isLetOut()) {
                byPile.computeIfAbsent(promotion(registers).pile(), pile -> new ArrayList<>()).add(leader);
            }
        });
        byPile.values().removeIf(leaders -> leaders.size() < 2);
        Set<Long> others = new HashSet<>();
        byPile.values().forEach(leaders -> {
            String text = promotion(Objects.requireNonNull(decided.get(leaders.get(0)))).text();
            Set<Long> written = writtenSo(db, leaders, text);
            long bearer = leaders.stream().min(Comparator
                    .comparing((Long leader) -> !rule(rules, leader).text().equals(text))
                    .thenComparing(leader -> !written.contains(leader))
                    .thenComparing(leader -> rule(rules, leader).earliest())
                    .thenComparing(leader -> rule(rules, leader).id())
                    .thenComparing(leader -> rule(rules, leader).category())).orElseThrow();
            leaders.stream().filter(leader -> leader != bearer).forEach(others::add);
        });
        return others;
    }

    private static Word promotion(Registers registers) {
        return Objects.requireNonNull(registers.authority());
    }

    private static Rule rule(Map<Long, Rule> rules, long leader) {
        return Objects.requireNonNull(rules.get(leader));
    }

    private static Set<Long> writtenSo(JdbcTemplate db, List<Long> leaders, String text) {
        Set<Long> written = new HashSet<>();
        Rows.each(db, "select leader_id, text from statement where leader_id in (?)", leaders, row -> {
            if (row.getString(2).equalsIgnoreCase(text)) {
                written.add(row.getLong(1));
            }
        });
        return written;
    }
}
