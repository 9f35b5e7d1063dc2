package dev.buildlog.api;

import dev.buildlog.learn.Selection;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.ledger.Policies.Published;
import dev.buildlog.pipeline.Core;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bean {@code policy}: the rules in force, over HTTP. */
public final class PolicyInForce {

    private final Core core;
    private final Questions questions;

    public PolicyInForce(Core core) {
        this.core = core;
        this.questions = new Questions(core);
    }

    /**
     * The policy and the selection it comes from.
     *
     * @param headers {@code project}
     * @throws RequestProblem 404 for an unknown project, or one without a policy yet
     */
    public Answer show(Map<String, Object> headers) {
        String project = questions.project(headers).id();
        Published policy = core.policies().inForce(project).orElseThrow(() -> new RequestProblem(404, "No policy yet",
                "no rule of this project has gone out: 'buildlog status' says what waits"));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("policy", policy.id());
        fields.put("selection", policy.selection());
        fields.put("at", policy.at().toString());
        fields.put("rules", policy.rules());
        core.selections().of(policy.selection()).ifPresent(made -> {
            Selection selection = made.selection();
            fields.put("k", selection.k());
            fields.put("seed", selection.seed());
            fields.put("hold_out", selection.holdOut());
            fields.put("withheld", selection.candidates().stream().filter(one -> one.fate() == Fate.WITHHELD)
                    .map(Considered::rule).sorted().toList());
        });
        return Json.answer(200, fields);
    }
}
