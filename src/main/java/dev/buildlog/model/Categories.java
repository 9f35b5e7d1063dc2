package dev.buildlog.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The categories every project has, in the order in which they are shown. A team may add its own by configuration. */
public final class Categories {

    public static final String ARCHITECTURAL = "architectural";
    public static final String WORKFLOW = "workflow";
    public static final String TOOL_USAGE = "tool_usage";
    public static final String DOMAIN_KNOWLEDGE = "domain_knowledge";

    /** An insight that nothing has put into a category yet. */
    public static final String UNCATEGORISED = "uncategorised";

    /** The four built-in categories in display order. */
    public static final List<String> BUILT_IN = List.of(ARCHITECTURAL, WORKFLOW, TOOL_USAGE, DOMAIN_KNOWLEDGE);

    private static final Map<String, String> PREFIXES =
            Map.of(ARCHITECTURAL, "arch", WORKFLOW, "wf", TOOL_USAGE, "tool", DOMAIN_KNOWLEDGE, "dk");

    private Categories() {}

    /** The prefix of rule ids in this category; {@code sk} for every category that is not built in. */
    public static String prefix(String category) {
        return PREFIXES.getOrDefault(category, "sk");
    }

    /** The category as a heading: {@code tool_usage} becomes {@code Tool Usage}. */
    public static String title(String category) {
        StringBuilder title = new StringBuilder(category.length());
        boolean start = true;
        for (int c : category.replace('_', ' ').codePoints().toArray()) {
            title.append(start ? Character.toString(c).toUpperCase(Locale.ROOT) : Character.toString(c));
            start = !Character.isLetter(c);
        }
        return title.toString();
    }

    /** Position in display order: the built-in four first, all others after them. */
    public static int order(String category) {
        int i = BUILT_IN.indexOf(category);
        return i < 0 ? BUILT_IN.size() : i;
    }
}
