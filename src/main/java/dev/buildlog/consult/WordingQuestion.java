package dev.buildlog.consult;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Support;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Asks for a clearer wording of insights. A proposal counts only if it is one line that says the same: nothing new, nothing
 * lost, nothing reversed, and no talk around it. The bean behind {@code canonicalise-llm-action}.
 */
public final class WordingQuestion extends EntryQuestion {

    private static final int LONGEST = 400;
    /** Share of the proposal's words that the insight must have. */
    private static final double FAITHFUL = 0.7;
    /** Share of the insight's words that the proposal must have. */
    private static final double COMPLETE = 0.5;
    private static final Pattern CHAT =
            Pattern.compile("(?i)^(sure|certainly|of course|here(?: is|'s| are)|rule|answer|note)\\b[^.]{0,40}[:!]");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    public WordingQuestion() {
        super(Task.CANONICALISE);
    }

    @Override
    String data(EntryVersion entry) {
        return numbered(texts(entry));
    }

    @Override
    EntryVersion take(EntryVersion entry, List<Item> items) {
        List<String> texts = texts(entry);
        List<Insight> insights = new ArrayList<>(entry.insights());
        for (Item item : items) {
            int number = item.number(texts.size());
            String wording = item.text("text");
            if (number > 0 && holds(wording, texts.get(number - 1))) {
                insights.replaceAll(insight -> insight.text().equals(texts.get(number - 1))
                        ? insight.withWording(wording) : insight);
            }
        }
        return entry.withInsights(insights);
    }

    /** Whether {@code wording} can stand for {@code text}. */
    static boolean holds(String wording, String text) {
        return !wording.isEmpty() && wording.length() <= LONGEST && !wording.equals(text)
                && Gate.blemish(wording).isEmpty() && !CHAT.matcher(wording).find() && !wording.contains("```")
                && Support.share(wording, text) >= FAITHFUL && Support.share(text, wording) >= COMPLETE
                && !Support.reverses(wording, text) && numbers(wording).equals(numbers(text));
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static List<String> texts(EntryVersion entry) {
        return entry.insights().stream().map(Insight::text).distinct().toList();
    }
}
