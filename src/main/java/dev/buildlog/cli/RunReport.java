package dev.buildlog.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.ToldFinding;
import dev.buildlog.review.NextAction;
import dev.buildlog.review.ReviewPrompt;
import dev.buildlog.review.RunFields;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How runs and reviews look to programs and to people. */
final class RunReport {

    private RunReport() {}

    /** Everything an agent needs to review and to hand in what it found. */
    static Map<String, Object> fields(Workplace here, IssuedRun run) throws IOException {
        Map<String, Object> fields = RunFields.of(run);
        fields.put("valid_rule_ids", run.ids());
        fields.put("instructions", ReviewPrompt.loop(run));
        fields.put("finding_schema", new ObjectMapper().readValue(
                here.install().resolve("docs/schemas/finding.schema.json").toFile(), Map.class));
        return fields;
    }

    /** The same at the least cost of an agent's context: of each rule what it asks for, and no prompt. */
    static Map<String, Object> compact(Workplace here, IssuedRun run) throws IOException {
        Map<String, Object> fields = fields(here, run);
        fields.remove("prompt");
        fields.put("rules", run.rules().stream().map(RunReport::brief).toList());
        return fields;
    }

    /** What a rule asks for. */
    static Map<String, Object> brief(IssuedRule rule) {
        Map<String, Object> fields = RunFields.of(rule);
        fields.keySet().retainAll(List.of("id", "persona", "rule", "category"));
        return fields;
    }

    /** What became of a review. */
    static Map<String, Object> fields(ReviewReceipt receipt, List<ToldFinding> findings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("review", receipt.review());
        fields.put("run", receipt.run());
        fields.put("iteration", receipt.iteration());
        fields.put("iterations_left", receipt.iterationsLeft());
        fields.put("action", receipt.action());
        fields.put("findings", findings.stream().map(RunFields::of).toList());
        fields.put("credited", receipt.credited());
        fields.put("hallucinated", receipt.hallucinated());
        fields.put("message", message(receipt));
        return fields;
    }

    static String line(ToldFinding finding) {
        return Printable.line(finding.fingerprint() + "  " + finding.severity() + "  "
                + (finding.location().isEmpty() ? "" : finding.location() + ": ") + finding.description());
    }

    /** What to do next, in a sentence. */
    static String message(ReviewReceipt receipt) {
        String next = switch (receipt.action()) {
            case NextAction.FIX_CRITICALS -> "Mend what is critical and major, then review again.";
            case NextAction.CHECKPOINT_MAJORS -> receipt.iterationsLeft() == 0
                    ? "The run has had all its reviews. Ask a person: accept what is left, or begin a new run."
                    : "Ask a person whether to go on with what is major.";
            case NextAction.CHECKPOINT_MINORS -> "Ask a person whether to accept what is left, or to go on.";
            default -> "Clean.";
        };
        return receipt.run().isEmpty() ? next : "Review " + receipt.iteration() + " of at most "
                + (receipt.iteration() + receipt.iterationsLeft()) + ". " + next;
    }

    /** Prints what became of a review. */
    static void print(Workplace here, ReviewReceipt receipt, List<ToldFinding> findings, boolean json) throws IOException {
        if (json) {
            Json.print(here.out(), fields(receipt, findings));
            return;
        }
        findings.forEach(finding -> here.out().println(line(finding)));
        here.out().println(receipt.action() + ": " + message(receipt));
        if (!receipt.credited().isEmpty()) {
            here.out().println("Credited: " + String.join(", ", receipt.credited()));
        }
        if (!receipt.hallucinated().isEmpty()) {
            here.out().println(Printable.line("Cited, but issued to nobody: " + String.join(", ", receipt.hallucinated())));
        }
    }
}
