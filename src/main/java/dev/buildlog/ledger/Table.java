package dev.buildlog.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is treated when the ledger is moved, merged or cleaned.
 *
 * @param columns in the order of the schema
 * @param numbered whether its primary key {@code id} is a number that means something in this ledger only
 * @param key columns that tell its rows apart in every ledger
 * @param references columns that hold the number or the id of a row elsewhere, with the name of that table
 * @param belongs for tables whose key several columns here hold: these columns
 * @param moment when a row came to be; null where it does not say
 * @param folded columns of a name or fact that are a fold: empty until they are rebuilt
 */
record Table(String name, Kind kind, List<String> columns, boolean numbered, List<String> key, Map<String, String> references,
        Map<String, List<String>> belongs, @Nullable Moment moment, Set<String> folded) {

    static final String NUMBER = "id";
    static final String PROJECT = "project_id";

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = Map.copyOf(references);
        belongs = Map.copyOf(belongs);
        folded = Set.copyOf(folded);
    }

    /** @param micros whether it is a number of microseconds since 1970 and not a text */
    record Moment(String column, boolean micros) {}

    /** What becomes of a table's rows. */
    enum Kind {
        /** Who and what the facts speak of. */
        NAME,
        /** Append-only. */
        FACT,
        /** Rebuilt from the facts. */
        FOLD,
        /** Work in hand and caches: of this machine, and of no use on another one. */
        WORK;

        /** Whether it goes into another ledger. */
        boolean travels() {
            return this == NAME || this == FACT;
        }
    }

    /** Columns by which its rows are put in order. */
    List<String> order() {
        return numbered ? List.of(NUMBER) : key;
    }

    boolean hasProject() {
        return columns.contains(PROJECT);
    }
}
