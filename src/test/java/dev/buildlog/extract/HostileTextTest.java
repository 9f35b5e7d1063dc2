package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.EntryVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Texts that overflow the stack, the heap or the patience of a parser without bounds. */
class HostileTextTest {

    private static final String BEFORE = "# T\n\n## Improvements\n\n- before\n\n";
    private static final String AFTER = "\n\n- after\n";

    @Test
    void takesFiftyThousandItems() {
        String items = "- Use `x` for *every* [case](y)\n".repeat(50_000);
        EntryVersion entry = Entries.extracted("## Improvements\n" + items);
        assertThat(entry.insights()).hasSize(50_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", ">", "- ", "1. ", "* > "})
    void leavesNestingWithoutEndAndGoesOn(String marker) {
        EntryVersion entry = Entries.extracted(BEFORE + marker.repeat(10_000) + "x" + AFTER);
        assertThat(Entries.texts(entry)).containsExactly("before", "after");
        assertThat(entry.remarks()).singleElement().satisfies(remark -> assertThat(remark.line()).isEqualTo(7));
    }

    @Test
    void leavesListsNestedLineByLine() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            nested.append("  ".repeat(i)).append("- Level of this list\n");
        }
        EntryVersion entry = Entries.extracted("## Improvements\n" + nested + " \n".repeat(20_000));
        assertThat(entry.insights()).hasSizeBetween(50, Bounds.DEPTH + 1);
        assertThat(entry.remarks()).hasSizeGreaterThan(900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "[", "*a **b ", "<a ", "`", "- ", "> ", "|a"})
    void leavesALineOfFiveMegabytes(String unit) {
        EntryVersion entry = Entries.extracted(BEFORE + unit.repeat(5_000_000 / unit.length()) + AFTER);
        assertThat(Entries.texts(entry)).containsExactly("before", "after");
        assertThat(entry.remarks()).singleElement().satisfies(remark -> assertThat(remark.reason()).contains("longer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\n", "*a\n", "`\n", "<a \n", "[a](\n", "|a|\n", "[a]: b 'x\n", "|-\n", "2. *\n",
            "<!-- x\n"})
    void readsParagraphsWithoutEnd(String line) {
        EntryVersion entry = Entries.extracted(BEFORE + "x\n" + line.repeat(100_000 / line.length()));
        assertThat(Entries.texts(entry)).contains("before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<", "*a **b ", "[a](<b", "<x y='"})
    void readsItemsFullOfUnclosedMarks(String unit) {
        String item = "- " + unit.repeat(19_000 / unit.length()) + "\n";
        EntryVersion entry = Entries.extracted(BEFORE + item.repeat(20) + "- end\n");
        assertThat(Entries.texts(entry)).contains("before", "end");
    }

    @Test
    void doesNotFillTheCellsOfAWideTable() {
        String table = "|a".repeat(5_000) + "\n" + "|-".repeat(5_000) + "\n" + "|b\n".repeat(50_000);
        assertThat(Entries.texts(Entries.extracted(BEFORE + table))).containsExactly("before");
    }
}
