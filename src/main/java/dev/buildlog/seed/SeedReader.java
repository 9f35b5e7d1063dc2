package dev.buildlog.seed;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.SeedRule.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a seed file, whoever made it, and reports all that is wrong with it at once. Keys it does not know are passed over. */
public final class SeedReader {

    /** Longest text of a rule, in characters. */
    static final int LONGEST = 10_000;

    /** Persona of a file that names none. */
    static final String UNKNOWN = "unknown";

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private boolean anonymous;

    private SeedReader(String file) {
        this.file = file;
    }

    /** Either {@code seeds}, or {@code problems} that say what to mend. */
    public record Reading(@Nullable SeedFile seeds, List<Problem> problems) {

        /** @throws BuildlogException with one line for each problem */
        public SeedFile orThrow() {
            if (seeds == null) {
                throw new BuildlogException(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
            }
            return seeds;
        }
    }

    /**
     * What holds of a file.
     *
     * @param seeds the rules that can be shown; null where there is no telling whose they are
     * @param lines line of each of these rules, from 1
     * @param problems what is wrong with the others, and with the file
     */
    record Salvage(@Nullable SeedFile seeds, List<Integer> lines, List<Problem> problems) {}

    /** Reads what holds: a rule that is wrong, or that could play tricks on a reader, costs no other. */
    static Salvage salvage(String file, String text) {
        SeedReader reader = new SeedReader(file);
        Node document = YamlText.read(file, text, reader.problems);
        SeedFile seeds = document == null ? null : reader.seeds(document);
        return new Salvage(reader.anonymous ? null : seeds, reader.lines, reader.problems.stream().distinct()
                .sorted(Comparator.comparingInt(Problem::line)).toList());
    }

    /** @param file the file as a person would name it, for messages */
    public static Reading read(String file, String text) {
        SeedReader reader = new SeedReader(file);
        Node document = YamlText.read(file, text, reader.problems);
        SeedFile seeds = document == null ? null : reader.seeds(document);
        return new Reading(reader.problems.isEmpty() ? seeds : null, reader.problems.stream().distinct()
                .sorted(Comparator.comparingInt(Problem::line)).toList());
    }

    private @Nullable SeedFile seeds(Node document) {
        YamlMap top = YamlMap.of(file, document, "a seed file", problems);
        if (top == null) {
            return null;
        }
        String persona = top.text("persona", UNKNOWN);
        PersonaName.complaint(persona).ifPresent(complaint -> {
            anonymous = true;
            top.problem("persona", "'" + persona + "' " + complaint);
        });
        List<SeedRule> rules = new ArrayList<>();
        for (Node item : top.items("rules")) {
            int wrong = problems.size();
            YamlMap map = YamlMap.of(file, item, "a rule", problems);
            SeedRule rule = map == null ? null : rule(map);
            if (rule != null && problems.size() == wrong) {
                rules.add(rule);
                lines.add(item.getStartMark().orElseThrow().getLine() + 1);
            }
        }
        return new SeedFile(persona, top.number("version", 1), top.text("description", ""), rules);
    }

    private SeedRule rule(YamlMap rule) {
        String text = rule.required("rule", "say what a reviewer should look for");
        for (String key : List.of("rule", "category", "context", "antipattern", "rationale")) {
            if (rule.text(key, "").length() > LONGEST) {
                rule.problem(key, key + " is longer than " + LONGEST + " characters; shorten it");
            }
        }
        Map<String, Object> provenance = provenance(rule.map("provenance"));
        shortForms(rule, provenance);
        return new SeedRule(text, rule.text("category", SeedRule.GENERAL), rule.text("context", ""),
                rule.text("antipattern", ""), rule.text("rationale", ""), rule.texts("tags"), references(rule), provenance);
    }

    /** What people write beside the rule and producers into its provenance. */
    private static void shortForms(YamlMap rule, Map<String, Object> provenance) {
        String id = rule.text("id", "");
        if (rule.node("id") != null && !SeedId.isOne(id)) {
            rule.problem("id", "id '" + id + "' is none: write the persona, a colon and a few words joined by hyphens");
        } else if (!id.isEmpty()) {
            provenance.put("id", id);
        }
        String confidence = rule.text("confidence", "");
        if (!confidence.isEmpty() && !confidence.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?")) {
            rule.problem("confidence", "confidence must be a number from 0 to 1, not '" + confidence + "'");
        } else if (!confidence.isEmpty()) {
            provenance.put("confidence", Double.valueOf(confidence));
        }
        String active = rule.text("active", "true");
        if (!active.equals("true") && !active.equals("false")) {
            rule.problem("active", "active must be true or false, not '" + active + "'");
        } else if (active.equals("false")) {
            provenance.put("active", false);
        }
    }

    private List<Reference> references(YamlMap rule) {
        List<Reference> references = new ArrayList<>();
        for (Node item : rule.items("references")) {
            YamlMap reference = YamlMap.of(file, item, "a reference", problems);
            if (reference != null) {
                references.add(new Reference(reference.required("url", "say where the document is"),
                        reference.required("title", "say what the document is called")));
            }
        }
        return references;
    }

    private Map<String, Object> provenance(@Nullable YamlMap provenance) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (provenance != null) {
            provenance.values().forEach((key, node) -> {
                try {
                    Object value = new StandardConstructor(LoadSettings.builder().build())
                            .constructSingleDocument(Optional.of(node));
                    if (value != null) {
                        values.put(key, value);
                    }
                } catch (YamlEngineException e) {
                    provenance.problem(key, "the value of " + key + " cannot be read; write it as a text in quotes");
                }
            });
        }
        return values;
    }
}
