package dev.buildlog.cli;

import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.seed.Draft;
import dev.buildlog.seed.PersonaFile;
import dev.buildlog.seed.PersonaName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code generate} tells: what was found, what was set aside and why, what was written. */
record GenerateReport(Workplace here, PersonaName persona, int sources, Draft draft) {

    private static final int SHOWN = 20;
    private static final int SAMPLES = 3;
    private static final int READABLE = 60;

    /** Tells what was set aside; all of it where the result is JSON, which has it too. */
    void setAside(boolean json) {
        List<Draft.SetAside> aside = draft.setAside();
        if (!json) {
            aside.stream().limit(SHOWN).forEach(one -> here.say(Printable.line(one.source()
                    + (one.line() > 0 ? ":" + one.line() : "") + ": set aside: " + one.reason()
                    + (one.rule().isEmpty() ? "" : ": " + shortened(one.rule())))));
            if (aside.size() > SHOWN) {
                here.say("... and " + (aside.size() - SHOWN) + " more; --json has them all.");
            }
        }
    }

    /** Why there is nothing to write, and the way out. */
    String nothing() {
        if (draft.found() == 0) {
            return "No rules found: they are list items, rows of tables with a column called Rule, and texts behind **Rule:**."
                    + " Nothing is written.";
        }
        return "None of the " + draft.found() + " rules found is complete, so nothing is written. Say more about them in items"
                + " below them (\"Context: ...\", \"Avoid: ...\", \"Why: ...\"), or take them as they are with"
                + " --keep-incomplete.";
    }

    void print(PersonaFile.Plan plan, boolean dryRun, boolean json) throws IOException {
        if (json) {
            Json.print(here.out(), fields(plan, dryRun));
            return;
        }
        SeedFile seeds = plan.seeds();
        here.out().println(persona + ": " + counted(seeds.rules().size(), "rule") + " of " + counted(sources, "source"));
        here.out().println("  found " + draft.found() + ", repeated " + draft.repeated() + ", set aside "
                + draft.setAside().size());
        here.out().println("  " + categories(seeds).entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", ")));
        if (dryRun) {
            seeds.rules().stream().limit(SAMPLES).forEach(rule -> here.out().println(
                    Printable.line("  - " + rule.rule() + " (" + rule.category() + ")")));
        }
        plan.backup().ifPresent(backup -> here.out().println((dryRun ? "Would keep " : "Kept ") + here.shown(backup)));
        here.out().println(message(plan, dryRun));
    }

    private Map<String, Object> fields(PersonaFile.Plan plan, boolean dryRun) {
        SeedFile seeds = plan.seeds();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("persona", persona.value());
        fields.put("rule_count", seeds.rules().size());
        fields.put("source_count", sources);
        fields.put("version", seeds.version());
        fields.put("found", draft.found());
        fields.put("repeated", draft.repeated());
        if (dryRun) {
            Map<String, Object> preview = new LinkedHashMap<>();
            preview.put("categories", categories(seeds));
            preview.put("sample_rules", seeds.rules().stream().limit(SAMPLES).map(GenerateReport::sample).toList());
            fields.put("preview", preview);
        } else {
            fields.put("output_path", plan.file());
            plan.backup().ifPresent(backup -> fields.put("backup", backup));
        }
        fields.put("set_aside", draft.setAside().stream().map(GenerateReport::fields).toList());
        fields.put("message", message(plan, dryRun));
        return fields;
    }

    private String message(PersonaFile.Plan plan, boolean dryRun) {
        String file = here.shown(plan.file());
        if (!plan.changed()) {
            return file + " says all that already (version " + plan.seeds().version() + ")";
        }
        return (dryRun ? "Would write " : "Wrote ") + file + " (version " + plan.seeds().version() + ")";
    }

    private static Map<String, Object> sample(SeedRule rule) {
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("rule", rule.rule());
        sample.put("category", rule.category());
        return sample;
    }

    private static Map<String, Object> fields(Draft.SetAside one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", one.source());
        fields.put("line", one.line());
        fields.put("rule", one.rule());
        fields.put("reason", one.reason());
        return fields;
    }

    private static Map<String, Integer> categories(SeedFile seeds) {
        Map<String, Integer> categories = new TreeMap<>();
        seeds.rules().forEach(rule -> categories.merge(rule.category(), 1, Integer::sum));
        return categories;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String shortened(String text) {
        return text.length() <= READABLE ? text : text.substring(0, READABLE) + "...";
    }
}
