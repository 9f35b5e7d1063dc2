package dev.buildlog.ledger;

import dev.buildlog.curate.RuleId;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.List;

/**
 * An observation drawn at random from a small world.
 *
 * @param content number of a content; {@link #REMOVED} if the holder no longer has the entry
 * @param recipe number of the recipe; the last one makes no fingerprints
 */
record Fact(int holder, int path, int content, int recipe, int second) {

    static final int REMOVED = -1;
    static final List<Holder> HOLDERS = List.of(TestLedger.MAIN, TestLedger.SIDE, TestLedger.CLONE);
    static final List<String> PATHS = List.of(
            "2026-01-10-a.md", "2026-01-10-b.md", "2026-01-11-a.md", "2026-01-12-c.md", "2026-01-13-d.md");
    static final int RECIPES = 3;

    private static final List<String> CATEGORIES = List.of("workflow", "workflow", "workflow", "security", "uncategorised");

    /** Near-duplicates, a chain whose ends do not resemble each other, opposites, and wordings that differ in case. */
    static final List<String> TEXTS = List.of(
            "one two three four five six seven",
            "one two three four five six seven eight nine ten",
            "four five six seven eight nine ten",
            "One two three Four five six seven",
            "Always run the migration before the deploy job",
            "Run the migration before the deploy job always",
            "Always run the migration after the deploy job",
            "Never run the migration before the deploy job",
            "we keep Zorblat near every session cache store cluster",
            "we keep zorblat near every session cache store cluster",
            "we keep Quxify near every session cache store cluster",
            "we keep quxify near every session cache store cluster");

    static final int CONTENTS = 9;

    EntryVersion version() {
        Holder from = HOLDERS.get(holder);
        return content == REMOVED
                ? TestLedger.removed(from, PATHS.get(path), second)
                : TestLedger.entry(TestLedger.PROJECT, from, PATHS.get(path), second, "content " + content, insights());
    }

    String recipeName() {
        return "recipe " + recipe;
    }

    /** What this recipe takes from this content: the same each time. */
    List<Insight> insights() {
        List<Insight> insights = new ArrayList<>();
        for (int i = recipe == 1 ? 1 : 0; i < 1 + content % 4; i++) {
            Insight insight = TestLedger.insight(CATEGORIES.get((content + i) % CATEGORIES.size()),
                    TEXTS.get((content * 5 + i * 7) % TEXTS.size()), 1 + i / 2);
            insight = (content + i) % 3 == 0 ? insight.withHearsay(content % 2 == 0 ? "log" : "quote") : insight;
            insights.add(recipe < RECIPES - 1 ? insight : new Insight(insight.text(), insight.category(), insight.line(),
                    insight.section(), insight.quote(), insight.extractor(), null).withHearsay(insight.hearsay()));
        }
        return insights;
    }

    static String ruleId(Insight insight) {
        return RuleId.of(insight.category(), insight.text());
    }
}
