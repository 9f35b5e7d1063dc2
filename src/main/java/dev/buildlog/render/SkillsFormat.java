package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Categories;
import dev.buildlog.model.Level;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules as {@code skills} prints them. */
public enum SkillsFormat {
    YAML,
    JSON,
    MARKDOWN,
    RULES,
    SETTINGS;

    /** Rules of most entries first, then by text in code-point order. */
    public static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt((Candidate candidate) -> candidate.rule().frequency()).reversed()
                    .thenComparing(candidate -> candidate.rule().text(), SkillsFormat::byCodePoint);

    /**
     * The report; within a category the rules of most entries first, then by text in code-point order.
     *
     * @param rules the rules to show, in any order
     * @param entries number of entries they come from
     */
    public String write(List<Candidate> rules, int entries, Instant generatedAt) {
        return write(rules, rule -> "", entries, generatedAt);
    }

    /**
     * The report with the state of each rule. What is for agents to read has no rules that were rejected or have retired.
     *
     * @param state the state of a rule, as it is written; empty for none
     */
    public String write(List<Candidate> all, Function<Candidate, String> state, int entries, Instant generatedAt) {
        return write(all, state, entries, generatedAt, all.size(), null);
    }

    /**
     * The report of a part of the rules.
     *
     * @param total how many rules there are in all
     * @param next how many come before the part behind this one; null for the last part
     */
    public String write(List<Candidate> all, Function<Candidate, String> state, int entries, Instant generatedAt, int total,
            @Nullable Integer next) {
        List<Candidate> rules = this == RULES || this == SETTINGS
                ? all.stream().filter(rule -> rule.standing() == Standing.OPEN || rule.standing().isLetOut()).toList()
                : all;
        Map<String, List<Candidate>> byCategory = new TreeMap<>(CategoryHeading.ORDER);
        Categories.BUILT_IN.forEach(key -> byCategory.put(key, List.of()));
        byCategory.putAll(rules.stream().sorted(BEST_FIRST)
                .collect(Collectors.groupingBy(candidate -> candidate.rule().category())));
        String at = Layout.timestamp(generatedAt);
        return switch (this) {
            case YAML -> Layout.yaml(document(byCategory, state, entries, at, total, next));
            case JSON -> Layout.json(document(byCategory, state, entries, at, total, next));
            case MARKDOWN -> SkillsMarkdown.byCategory(byCategory, entries, at);
            case RULES -> SkillsMarkdown.byLevel(byCategory, entries, at);
            case SETTINGS -> Layout.json(settings(byCategory, entries, at));
        };
    }

    /**
     * The report of a project without a journal: the same keys, empty, with {@code initialized: false} and a message;
     * where the format has no keys, the message.
     */
    public String notInitialised(String message, Instant generatedAt) {
        if (this == MARKDOWN || this == RULES) {
            return message;
        }
        Map<String, List<Candidate>> none = new LinkedHashMap<>();
        Categories.BUILT_IN.forEach(key -> none.put(key, List.of()));
        String at = Layout.timestamp(generatedAt);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("initialized", false);
        document.putAll(this == SETTINGS ? settings(none, 0, at) : document(none, rule -> "", 0, at, 0, null));
        document.put("message", message);
        return this == YAML ? Layout.yaml(document) : Layout.json(document);
    }

    private static Map<String, Object> document(Map<String, List<Candidate>> byCategory, Function<Candidate, String> state,
            int entries, String at, int total, @Nullable Integer next) {
        Map<String, Object> skills = new LinkedHashMap<>();
        byCategory.forEach((key, rules) -> skills.put(key, rules.stream().map(rule -> skill(rule, state.apply(rule))).toList()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("generated_at", at);
        document.put("source_entries", entries);
        document.put("total_skills", total);
        if (next != null) {
            document.put("next", next);
        }
        document.put("skills", skills);
        return document;
    }

    private static Map<String, Object> skill(Candidate candidate, String state) {
        Rule rule = candidate.rule();
        Map<String, Object> skill = new LinkedHashMap<>();
        skill.put("id", rule.id());
        skill.put("category", rule.category());
        skill.put("rule", rule.text());
        skill.put("frequency", rule.frequency());
        skill.put("confidence", candidate.confidence().level().key());
        skill.put("sources", rule.sources());
        skill.put("tags", rule.tags());
        skill.put("confidence_score", candidate.confidence().score());
        skill.put("confidence_tier", candidate.confidence().tier());
        if (!state.isEmpty()) {
            skill.put("state", state);
        }
        if (!candidate.hearsay().isEmpty()) {
            skill.put("hearsay", candidate.hearsay());
        }
        if (!rule.contradicts().isEmpty()) {
            skill.put("contradicts", rule.contradicts());
        }
        return skill;
    }

    /** Only what deserves to be a setting: rules of high and medium confidence, as written. */
    private static Map<String, Object> settings(Map<String, List<Candidate>> byCategory, int entries, String at) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("_comment", "Auto-generated from " + entries + " buildlog entries");
        document.put("_generated", at);
        document.put("rules", byCategory.values().stream().flatMap(List::stream)
                .filter(candidate -> candidate.confidence().level() != Level.LOW)
                .map(candidate -> candidate.rule().text())
                .toList());
        return document;
    }

    /** UTF-16 has the two halves of characters beyond U+FFFF before some that are less than those. */
    private static int byCodePoint(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char one = a.charAt(i);
            char other = b.charAt(i);
            if (one != other) {
                boolean beyond = Character.isSurrogate(one);
                return beyond == Character.isSurrogate(other) ? Character.compare(one, other) : beyond ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
