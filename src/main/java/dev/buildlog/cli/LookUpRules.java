package dev.buildlog.cli;

import dev.buildlog.ledger.Rules.Named;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.Rule;
import dev.buildlog.review.RunFields;
import dev.buildlog.seed.Personas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog rule}: whole rules by their ids. */
@Command(name = "rule", description = {
    "Look rules up by their ids: those learned here, under any id they ever had, and those of personas.",
    "Exit 1 if none of them is known. `buildlog explain` tells all about one.",
    "Example: buildlog rule wf-1a2b3c4d5e security_karen:9f8e7d6c"})
final class LookUpRules extends Verb {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of rules.")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Personas personas = GauntletPlace.personas(here);
        List<Map<String, Object>> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Optional<Assembly> open = FreshLedger.open(here);
        try {
            for (String id : ids) {
                personas.find(id).map(LookUpRules::fields).or(() -> open.flatMap(parts -> learned(here, parts, id)))
                        .ifPresentOrElse(found::add, () -> missing.add(id));
            }
        } finally {
            open.ifPresent(Assembly::close);
        }
        tell(here, found, missing, open.isPresent());
        return found.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static Map<String, Object> fields(PersonaRule rule) {
        Map<String, Object> fields = RunFields.of(IssuedRule.of(rule));
        fields.put("state", "active");
        return fields;
    }

    private static Optional<Map<String, Object>> learned(Workplace here, Assembly parts, String id) {
        if (!(parts.core().rules().resolve(parts.project(), id) instanceof Named.Live live)) {
            return Optional.empty();
        }
        States states = States.of(here);
        Map<String, List<Stand>> byId = here.known("stands by id", () -> List.of(parts.core().ledger().state(), parts.project()),
                () -> parts.core().standings().all(parts.project()).stream()
                        .collect(Collectors.groupingBy(stand -> stand.candidate().rule().id())));
        return byId.getOrDefault(live.rule().id(), List.of()).stream()
                .filter(stand -> stand.candidate().rule().category().equals(live.rule().category()))
                .findFirst().map(states::scored).map(stand -> fields(id, stand, states));
    }

    private static Map<String, Object> fields(String asked, Stand stand, States states) {
        Rule rule = stand.candidate().rule();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("persona", "learned");
        fields.put("rule", rule.text());
        fields.put("category", rule.category());
        fields.put("context", "");
        fields.put("antipattern", "");
        fields.put("rationale", stand.why());
        fields.put("state", states.of(stand.candidate()).key());
        fields.put("asked", asked);
        fields.put("frequency", rule.frequency());
        fields.put("confidence", stand.candidate().confidence().level().key());
        fields.put("sources", rule.sources());
        return fields;
    }

    private void tell(Workplace here, List<Map<String, Object>> found, List<String> missing, boolean initialised)
            throws IOException {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("rules", found);
            fields.put("missing", missing);
            Json.print(here.out(), initialised ? fields : FreshLedger.nothing(fields));
            return;
        }
        for (Map<String, Object> rule : found) {
            here.out().println(Printable.line(rule.get("id") + "  " + rule.get("persona") + "  " + rule.get("category") + "  "
                    + rule.get("state")));
            here.out().println("  " + Escaped.of(String.valueOf(rule.get("rule"))));
            for (String more : List.of("context", "antipattern", "rationale")) {
                String text = String.valueOf(rule.get(more));
                if (!text.isEmpty()) {
                    here.out().println("  " + more + ": " + Escaped.of(text));
                }
            }
        }
        missing.forEach(id -> here.say("there is no rule " + Escaped.of(id) + " here: `buildlog status` and `buildlog gauntlet"
                + " rules` list those there are"));
    }
}
