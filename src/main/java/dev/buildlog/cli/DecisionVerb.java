package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Rule;
import dev.buildlog.models.Person;
import dev.buildlog.pipeline.Sync;
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

    /** What is decided; {@code project} and time are filled in. */
    abstract Decision decision();

    @Override
    final int run(Workplace here) throws IOException {
        Decision decision = decision();
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Logging.begin(here, Logging.level(here.verbosity()));
            String project = parts.project();
            Set<Rule> before = new HashSet<>(parts.core().rules().live(project));
            try (Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
                sync.decide(decision.decided(project, Person.at(here.root(), here.environment()), parts.core().instant()));
            }
            tell(here, parts.core().rules().live(project).stream().filter(rule -> !before.contains(rule)).toList());
        }
        return ExitCode.DONE;
    }

    private void tell(Workplace here, List<Rule> changed) throws IOException {
        if (json) {
            Json.print(here.out(), changed.stream().map(DecisionVerb::fields).toList());
            return;
        }
        here.out().println(changed.isEmpty() ? "Recorded. The rules are as they were." : "Recorded. Now:");
        changed.forEach(rule -> here.out().println(Printable.line(String.format("  %s  %dx  %s", rule.id(), rule.frequency(),
                rule.text()))));
    }

    private static Map<String, Object> fields(Rule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("category", rule.category());
        fields.put("rule", rule.text());
        fields.put("frequency", rule.frequency());
        return fields;
    }
}
