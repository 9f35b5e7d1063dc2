package dev.buildlog.extract;

import dev.buildlog.model.Details;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A rule that stands in a source, with what is said about it there.
 *
 * @param rule the rule itself
 * @param first first line that belongs to it, from 1
 * @param last last line that belongs to it
 * @param said what its labels say, by detail; several under one label are joined
 */
record SourceRule(Passage rule, int first, int last, Map<Detail, String> said) {

    static Map<Detail, String> nothing() {
        return new EnumMap<>(Detail.class);
    }

    /** Adds a labelled text to what is said, unless it is a placeholder. */
    static void say(Map<Detail, String> said, Detail detail, String text) {
        if (!text.isEmpty() && Filler.reason(text).isEmpty()) {
            said.merge(detail, text, (a, b) -> a + "; " + b);
        }
    }

    Details details() {
        return new Details(said.getOrDefault(Detail.CONTEXT, ""), said.getOrDefault(Detail.ANTIPATTERN, ""),
                said.getOrDefault(Detail.RATIONALE, ""), said.getOrDefault(Detail.SEVERITY, ""),
                said.getOrDefault(Detail.SCOPE, ""));
    }

    /** The words under a label for tags, in lower case. */
    List<String> tags() {
        TreeSet<String> tags = new TreeSet<>();
        for (String tag : said.getOrDefault(Detail.TAGS, "").split("[,;]")) {
            tags.add(Names.normal(tag.replace("`", "")).replaceFirst("^#", ""));
        }
        tags.remove("");
        return List.copyOf(tags);
    }
}
