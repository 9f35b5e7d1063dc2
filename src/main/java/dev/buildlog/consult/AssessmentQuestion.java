package dev.buildlog.consult;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.List;

/** Asks how much insights matter and where they apply. The bean behind {@code score-llm-action}. */
public final class AssessmentQuestion extends EntryQuestion {

    public AssessmentQuestion() {
        super(Task.SCORE);
    }

    @Override
    String data(EntryVersion entry) {
        return numbered(open(entry));
    }

    @Override
    EntryVersion take(EntryVersion entry, List<Item> items) {
        List<String> open = open(entry);
        List<Insight> insights = new ArrayList<>(entry.insights());
        for (Item item : items) {
            int number = item.number(open.size());
            if (number > 0) {
                insights.replaceAll(insight -> insight.assessment() == null && insight.text().equals(open.get(number - 1))
                        ? insight.withAssessment(item.assessment()) : insight);
            }
        }
        return entry.withInsights(insights);
    }

    private static List<String> open(EntryVersion entry) {
        return entry.insights().stream().filter(insight -> insight.assessment() == null).map(Insight::text).distinct().toList();
    }
}
