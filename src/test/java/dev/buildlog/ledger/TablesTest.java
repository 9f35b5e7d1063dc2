package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever adds a table says what it holds, or it would be missing from exports. */
class TablesTest {

    @TempDir
    Path home;

    @Test
    void everyTableIsANameAFactAFoldOrWork() {
        try (TestLedger ledger = TestLedger.open(home)) {
            Set<String> there = ledger.rows("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
                    .stream().map(row -> (String) row.get("name")).collect(Collectors.toSet());
            assertThat(Tables.kinds().keySet()).as("give a new table its kind in Tables").isEqualTo(there);
            assertThat(ledger.ledger.read(Tables::in)).extracting(Table::name).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void whatTravelsIsToldApartInEveryLedgerAndComesBehindWhatItRefersTo() {
        try (TestLedger ledger = TestLedger.open(home)) {
            Set<String> before = new HashSet<>();
            List<Table> tables = ledger.ledger.read(Tables::travelling);
            assertThat(tables).hasSizeGreaterThan(20).allSatisfy(table -> {
                assertThat(table.key()).as(table.name()).isNotEmpty();
                assertThat(table.columns()).containsAll(table.key()).containsAll(table.folded());
                assertThat(before).as(table.name()).containsAll(table.references().values().stream()
                        .filter(other -> !other.equals(table.name())).toList());
                before.add(table.name());
            });
            assertThat(tables).filteredOn(Table::numbered).extracting(Table::name).contains("holder", "entry", "statement",
                    "print", "reading", "pile");
        }
    }
}
