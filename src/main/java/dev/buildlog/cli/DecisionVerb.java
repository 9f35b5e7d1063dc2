package dev.buildlog.cli;

import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Rule;
import dev.buildlog.models.Person;
import dev.buildlog.render.Target;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** A command by which a person decides about rules; prints the rules that are others now. */
abstract class DecisionVerb extends Verb {

    @Option(names = "--json", description = "Print JSON: the rules as they are now.")
    private boolean json;

    /** What is decided; project, person and time are filled in. */
    abstract Decision decision();

    @Override
    final int run(Workplace here) throws IOException {
        Decision decision = decision();
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Logging.begin(here, Logging.level(here.verbosity()));
            Set<Stand> before = new HashSet<>(stands(parts));
            try (Entrance entrance = Entrance.open(here, parts)) {
                List<String> targets = named(entrance.targets(), decision.targets()).stream().map(Target::id).toList();
                entrance.doors().decision(decision.withTargets(targets).decided(parts.project(),
                        Person.at(here.root(), here.environment()),
                        parts.core().instant()));
            }
            tell(here, parts, stands(parts).stream().filter(stand -> !before.contains(stand)).toList());
        }
        return ExitCode.DONE;
    }

    private static List<Stand> stands(Assembly parts) {
        return parts.core().standings().all(parts.project());
    }

    private void tell(Workplace here, Assembly parts, List<Stand> changed) throws IOException {
        States states = States.of(here);
        if (json) {
            Json.print(here.out(), changed.stream().map(stand -> fields(stand, states)).toList());
            return;
        }
        here.out().println(changed.isEmpty() ? "Recorded. The rules are as they were." : "Recorded. Now:");
        changed.forEach(stand -> here.out().println(Printable.line(String.format("  %s  %-8s  %dx  %s",
                stand.candidate().rule().id(), states.of(stand).key(), stand.candidate().rule().frequency(),
                stand.candidate().rule().text()))));
    }

    private static Map<String, Object> fields(Stand stand, States states) {
        Rule rule = stand.candidate().rule();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("category", rule.category());
        fields.put("rule", rule.text());
        fields.put("frequency", rule.frequency());
        fields.put("state", states.of(stand).key());
        return fields;
    }
}
