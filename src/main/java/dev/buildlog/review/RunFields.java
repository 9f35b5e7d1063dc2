package dev.buildlog.review;

import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.ToldFinding;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs, their rules and findings as programs are told of them, over whichever door they ask. */
public final class RunFields {

    private RunFields() {}

    /** A run with its rules and its prompt. */
    public static Map<String, Object> of(IssuedRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run.run());
        fields.put("target", run.target());
        fields.put("tree", run.tree());
        fields.put("personas", run.personas());
        fields.put("max_iterations", run.maxIterations());
        fields.put("iterations", run.iterations());
        fields.put("stop_at", run.stopAt());
        fields.put("context", run.context());
        fields.put("rules", run.rules().stream().map(RunFields::of).toList());
        fields.put("prompt", ReviewPrompt.of(run));
        return fields;
    }

    /** A rule as its reviewers see it. */
    public static Map<String, Object> of(IssuedRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("persona", rule.persona());
        fields.put("category", rule.category());
        fields.put("rule", rule.rule());
        fields.put("context", rule.context());
        fields.put("antipattern", rule.antipattern());
        fields.put("rationale", rule.rationale());
        return fields;
    }

    /** A finding without what it cites. */
    public static Map<String, Object> of(ToldFinding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fingerprint", finding.fingerprint());
        fields.put("severity", finding.severity());
        fields.put("category", finding.category());
        fields.put("description", finding.description());
        fields.put("location", finding.location());
        return fields;
    }
}
