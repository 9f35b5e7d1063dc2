package dev.buildlog.consult;

import dev.buildlog.model.Categories;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.List;

/** Asks for the category of insights that have none. The bean behind {@code categorise-llm-action}. */
public final class CategoryQuestion extends EntryQuestion {

    public CategoryQuestion() {
        super(Task.CATEGORISE);
    }

    @Override
    String data(EntryVersion entry) {
        return numbered(entry.insights().stream().filter(CategoryQuestion::isOpen).map(Insight::text).distinct().toList());
    }

    @Override
    EntryVersion take(EntryVersion entry, List<Item> items) {
        List<String> open = entry.insights().stream().filter(CategoryQuestion::isOpen).map(Insight::text).distinct().toList();
        List<Insight> insights = new ArrayList<>(entry.insights());
        for (Item item : items) {
            int number = item.number(open.size());
            String category = item.choice("category", categories(), "");
            if (number > 0 && !category.isEmpty()) {
                insights.replaceAll(insight -> isOpen(insight) && insight.text().equals(open.get(number - 1))
                        ? insight.withCategory(category) : insight);
            }
        }
        return entry.withInsights(insights);
    }

    private static boolean isOpen(Insight insight) {
        return insight.category().isEmpty() || insight.category().equals(Categories.UNCATEGORISED);
    }
}
