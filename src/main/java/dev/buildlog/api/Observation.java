package dev.buildlog.api;

import dev.buildlog.model.Problem;
import dev.buildlog.pipeline.Core;
import dev.buildlog.pipeline.Pipelines;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bean {@code observation}: health, figures, and the description of this interface. */
public final class Observation {

    private final Core core;
    private final Contract contract;
    private final Pipelines pipelines;
    private final PrometheusMeterRegistry meters;

    public Observation(Core core, Contract contract, Pipelines pipelines, PrometheusMeterRegistry meters) {
        this.core = core;
        this.contract = contract;
        this.pipelines = pipelines;
        this.meters = meters;
    }

    /** Alive if it answers at all; ready once pipelines run; with everything a person should mend. */
    public Answer health() {
        List<Problem> problems = new ArrayList<>(pipelines.refused());
        problems.addAll(pipelines.journalProblems());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", "UP");
        fields.put("live", true);
        fields.put("ready", pipelines.isReady());
        fields.put("version", core.version());
        fields.put("checkouts", pipelines.checkouts().stream().map(checkout -> checkout.root().toString()).toList());
        fields.put("dead_letters", core.deadLetters().all().size());
        fields.put("problems", problems);
        return Json.answer(200, fields);
    }

    /** Figures in the text format of Prometheus. */
    public Answer metrics() {
        return new Answer(200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
    }

    /** {@code docs/openapi.yaml} as JSON. */
    public Answer openapi() {
        return Json.answer(200, contract.document());
    }
}
