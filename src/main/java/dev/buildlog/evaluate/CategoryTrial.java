package dev.buildlog.evaluate;

import dev.buildlog.evaluate.LabelledSets.Text;
import dev.buildlog.model.Categories;
import dev.buildlog.model.Insight;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores the category that each text gets where no heading gives one. */
record CategoryTrial(Evaluation evaluation) {

    Report.Categories run(List<Text> texts) {
        Share accuracy = Share.NONE;
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        long begin = System.nanoTime();
        for (Text text : texts) {
            String decided = evaluation.learn(text.text()).map(Insight::category).orElse(Categories.UNCATEGORISED);
            boolean right = decided.equals(text.label());
            accuracy = accuracy.plus(right);
            confusion.computeIfAbsent(text.label(), key -> new TreeMap<>()).merge(decided, 1, Integer::sum);
            evaluation.tell(Decision.of("categories", text.id(), right, "expected", text.label(), "decided", decided, "text",
                    text.text()));
        }
        return new Report.Categories(accuracy, confusion, Evaluation.millis(begin, texts.size()));
    }
}
