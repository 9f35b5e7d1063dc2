package dev.buildlog.extract;

import dev.buildlog.model.Categories;
import java.util.List;
import java.util.Map;

/** Recognises the built-in categories where an author wrote one out. */
final class CategoryNames {

    /** Other words for a category, as headings alone: before an item they may be its subject. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("architecture", "architectural"),
            Map.entry("design", "architectural"),
            Map.entry("workflows", "workflow"),
            Map.entry("process", "workflow"),
            Map.entry("tool", "tool_usage"),
            Map.entry("tools", "tool_usage"),
            Map.entry("tooling", "tool_usage"),
            Map.entry("domain", "domain_knowledge"));

    private CategoryNames() {}

    /** Key of the built-in category that {@code name} spells exactly, any case; empty where it spells none. */
    static String key(String name) {
        String words = Names.normal(name).replace('_', ' ').replace('-', ' ');
        for (String key : Categories.BUILT_IN) {
            if (key.replace('_', ' ').equals(words)) {
                return key;
            }
        }
        return "";
    }

    /** Key of the category that a heading or a cell names, in one of the words people use for it; empty where none. */
    static String ofHeading(String heading) {
        String key = key(heading);
        return key.isEmpty() ? COMMON.getOrDefault(Names.normal(heading), "") : key;
    }

    /** Key of the innermost of {@code headings} that names a category; empty where none does. */
    static String ofHeadings(List<String> headings) {
        for (int i = headings.size() - 1; i >= 0; i--) {
            String key = ofHeading(headings.get(i));
            if (!key.isEmpty()) {
                return key;
            }
        }
        return "";
    }
}
