package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Categories;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts insights without a category into one, by the nearest heading above them that names a category. Case, underscores and
 * hyphens, and punctuation or emoji around the heading's words make no difference.
 */
public class Categorizer {

    private static final String BETWEEN_HEADINGS = " > ";
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

    private Map<String, String> extra = Map.of();
    private String fallback = Categories.UNCATEGORISED;

    /**
     * More headings: {@code Heading=category_key, Other heading=other_key}. They win over the built-in ones.
     *
     * @throws BuildlogException (bad configuration) if a part is not of that form
     */
    public void setHeadings(String headings) {
        Map<String, String> mapping = new HashMap<>();
        for (String part : headings.isBlank() ? new String[0] : headings.split(",")) {
            int equals = part.lastIndexOf('=');
            String heading = equals < 0 ? "" : normalise(part.substring(0, equals));
            if (heading.isEmpty()) {
                throw bad("'" + part.strip() + "' in headings: write Heading=category_key, separated by commas");
            }
            mapping.put(heading, key("headings", part.substring(equals + 1)));
        }
        extra = mapping;
    }

    /** Category of insights under no known heading. */
    public void setFallback(String fallback) {
        this.fallback = key("fallback", fallback);
    }

    /** Insights that have a category keep it. */
    public EntryVersion categorise(EntryVersion entry) {
        return entry.withInsights(entry.insights().stream()
                .map(insight -> insight.category().isEmpty() ? insight.withCategory(categoryOf(insight)) : insight)
                .toList());
    }

    private String categoryOf(Insight insight) {
        String[] headings = insight.section().split(BETWEEN_HEADINGS);
        for (int i = headings.length - 1; i >= 0; i--) {
            String heading = normalise(headings[i]);
            String category = extra.get(heading);
            if (category == null && Categories.BUILT_IN.contains(heading.replace(' ', '_'))) {
                category = heading.replace(' ', '_');
            }
            if (category != null) {
                return category;
            }
        }
        return fallback;
    }

    /** Words of letters and digits in lower case with single spaces: all else is decoration. */
    private static String normalise(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }

    private static String key(String property, String value) {
        String key = value.strip();
        if (!KEY.matcher(key).matches()) {
            throw bad("'" + key + "' in " + property + " is no category key: use lower-case letters, digits and underscores");
        }
        return key;
    }

    private static BuildlogException bad(String message) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, null);
    }
}
