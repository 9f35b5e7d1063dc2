package dev.buildlog.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a ledger says, table by table, without the numbers that mean something in it only. */
final class MovedLedger {

    private MovedLedger() {}

    /** Every name and fact, with what it refers to spelled out. */
    static SortedMap<String, Set<String>> facts(TestLedger ledger) {
        Map<String, Map<Object, String>> names = new HashMap<>();
        SortedMap<String, Set<String>> facts = new TreeMap<>();
        for (Table table : ledger.ledger.read(Tables::travelling)) {
            Set<String> lines = new TreeSet<>();
            for (Map<String, Object> row : ledger.rows("select * from " + table.name())) {
                TreeMap<String, Object> plain = new TreeMap<>(row);
                plain.keySet().removeAll(table.folded());
                table.references().forEach((column, other) -> plain.computeIfPresent(column,
                        (name, number) -> names.getOrDefault(other, Map.of()).getOrDefault(number, number.toString())));
                if (table.numbered()) {
                    Object number = plain.remove(Table.NUMBER);
                    names.computeIfAbsent(table.name(), name -> new HashMap<>()).put(number,
                            table.key().stream().map(plain::get).toList().toString());
                }
                lines.add(plain.toString());
            }
            facts.put(table.name(), lines);
        }
        return facts;
    }

    /** Every fold. */
    static Set<String> folds(TestLedger ledger) {
        return ledger.ledger.read(db -> Rebuild.folds(db, TestLedger.BACKENDS));
    }

    /** Names of the tables that hold something. */
    static List<String> filled(TestLedger ledger) {
        return facts(ledger).entrySet().stream().filter(table -> !table.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }
}
