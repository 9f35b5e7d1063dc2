package dev.buildlog.curate;

import dev.buildlog.curate.Word.Kind;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts insights without a category into the first category of which a keyword stands in the text or in a heading above it. A
 * keyword is a word or several in a row; words are compared whole and by their stem, so {@code test} finds "tests" and "tested"
 * but not "latest".
 */
public class KeywordCategorizer {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:[_-][a-z0-9]+)*");

    private record Keyword(List<String> stems, String category) {}

    private List<Keyword> keywords = List.of();

    /**
     * Categories with their keywords, the first that fits wins: {@code security: injection, sql; testing: test, mock}.
     *
     * @throws BuildlogException (bad configuration) if a part is not of that form
     */
    public void setKeywords(String keywords) {
        List<Keyword> read = new ArrayList<>();
        for (String part : keywords.isBlank() ? new String[0] : keywords.split(";")) {
            int colon = part.indexOf(':');
            String category = part.substring(0, Math.max(0, colon)).strip();
            if (!KEY.matcher(category).matches()) {
                throw bad(part);
            }
            for (String phrase : part.substring(colon + 1).split(",")) {
                List<String> stems = stems(phrase);
                if (stems.isEmpty()) {
                    throw bad(part);
                }
                read.add(new Keyword(stems, category));
            }
        }
        this.keywords = List.copyOf(read);
    }

    /** Insights that have a category, or in which no keyword stands, stay as they are. */
    public EntryVersion categorise(EntryVersion entry) {
        return entry.withInsights(entry.insights().stream()
                .map(insight -> insight.category().isEmpty() ? insight.withCategory(categoryOf(insight)) : insight)
                .toList());
    }

    private String categoryOf(Insight insight) {
        List<String> text = stems(insight.text());
        List<String> headings = stems(insight.section());
        return keywords.stream()
                .filter(keyword -> Collections.indexOfSubList(text, keyword.stems) >= 0
                        || Collections.indexOfSubList(headings, keyword.stems) >= 0)
                .map(Keyword::category)
                .findFirst()
                .orElse("");
    }

    private static List<String> stems(String text) {
        return WordReader.read(text).stream()
                .filter(word -> word.kind() != Kind.PUNCTUATION)
                .map(word -> Stem.of(word.text()))
                .toList();
    }

    private static BuildlogException bad(String part) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "'" + part.strip() + "' in keywords: write"
                + " category: keyword, other keyword; further categories behind a semicolon", null);
    }
}
