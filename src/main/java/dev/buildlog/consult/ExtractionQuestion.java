package dev.buildlog.consult;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Support;
import dev.buildlog.extract.QuotedClaims;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Categories;
import java.util.List;
import java.util.Optional;

/**
 * Asks for learnings in the whole text of an entry. What an answer holds counts only with a quote that stands in the entry and
 * carries what is claimed. The bean behind {@code extract-llm-action}.
 */
public final class ExtractionQuestion extends EntryQuestion {

    /** Share of a rule's words that its quote must have. */
    private static final double CARRIED = 0.5;

    private String name = "llm";
    private int maxCharacters = 24_000;

    public ExtractionQuestion() {
        super(Task.EXTRACT);
    }

    /** Name given to insights as the one that took them. */
    public void setName(String name) {
        this.name = name;
    }

    /** How much of an entry is shown, in characters from its start, cut at the end of a line; at least 1. */
    public void setMaxCharacters(int maxCharacters) {
        this.maxCharacters = Math.max(1, maxCharacters);
    }

    @Override
    String data(EntryVersion entry) {
        String text = entry.text().strip();
        if (text.length() <= maxCharacters) {
            return text;
        }
        int lineEnd = text.lastIndexOf('\n', maxCharacters);
        return text.substring(0, lineEnd > 0 ? lineEnd : maxCharacters);
    }

    @Override
    EntryVersion take(EntryVersion entry, List<Item> items) {
        QuotedClaims claims = new QuotedClaims(entry, name);
        for (Item item : items) {
            String rule = item.text("rule");
            String quote = item.text("quote");
            objection(rule, quote).ifPresentOrElse(reason -> claims.refuse(rule, reason), () -> claims.add(
                    new QuotedClaims.Claim(rule, item.choice("category", categories(), Categories.UNCATEGORISED), quote,
                            item.assessment())));
        }
        return claims.added();
    }

    private static Optional<String> objection(String rule, String quote) {
        if (rule.isEmpty() || quote.isEmpty()) {
            return Optional.of("No rule, or no quote that backs it.");
        }
        return Gate.blemish(rule).map(reason -> "It " + reason + ".")
                .or(() -> Support.share(rule, quote) < CARRIED ? Optional.of("It says other things than its quote.")
                        : Optional.empty())
                .or(() -> Support.reverses(rule, quote) ? Optional.of("It says the opposite of its quote.")
                        : Optional.empty());
    }
}
