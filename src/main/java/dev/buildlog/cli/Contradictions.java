package dev.buildlog.cli;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.learn.Reconciler;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.PublishRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog contradictions}: rules that say the opposite of each other. */
@Command(name = "contradictions", description = {
    "Show the rules that say the opposite of each other. Only the stronger one goes out to the agents.",
    "Edit the entries, or decide with merge, split or set-text."})
final class Contradictions extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** @param waits whether a stronger one keeps it from going out */
    private record Side(Candidate candidate, boolean waits) {

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", candidate.rule().id());
            fields.put("category", candidate.rule().category());
            fields.put("rule", candidate.rule().text());
            fields.put("frequency", candidate.rule().frequency());
            fields.put("confidence_score", candidate.confidence().score());
            fields.put("waits", waits);
            return fields;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s  %dx  %.2f  %-5s  %s", candidate.rule().id(), candidate.rule().frequency(),
                    candidate.confidence().score(), waits ? "waits" : "", candidate.rule().text());
        }
    }

    @Override
    int run(Workplace here) throws IOException {
        List<List<Side>> pairs;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            pairs = pairs(here, parts);
        }
        if (json) {
            Json.print(here.out(), pairs.stream().map(pair -> pair.stream().map(Side::fields).toList()).toList());
        } else if (pairs.isEmpty()) {
            here.out().println("No rule says the opposite of another.");
        } else {
            for (List<Side> pair : pairs) {
                pair.forEach(side -> here.out().println(Printable.line(side.toString())));
                here.out().println();
            }
        }
        return ExitCode.DONE;
    }

    /** Each pair once, the one that goes out before the one that waits, else by id. */
    private static List<List<Side>> pairs(Workplace here, Assembly parts) {
        String project = parts.project();
        List<Candidate> rules = new Scorer().score(new Candidates(new PublishRequest(project, ""), here.clock().instant(),
                parts.core().rules().live(project).stream().map(Candidate::unscored).toList(), List.of())).rules();
        parts.core().readyGate(rules.stream().map(one -> one.rule().text()).toList());
        Set<Candidate> going = Set.copyOf(new Reconciler().reconcile(Gate.shipped().check(new Candidates(
                new PublishRequest(project, ""), here.clock().instant(), rules, List.of()))).rules());
        Map<String, List<Candidate>> byId = rules.stream().collect(Collectors.groupingBy(candidate -> candidate.rule().id()));
        List<List<Side>> pairs = new ArrayList<>();
        for (Candidate one : rules) {
            for (String id : one.rule().contradicts()) {
                for (Candidate other : byId.getOrDefault(id, List.of())) {
                    Side first = new Side(one, !going.contains(one));
                    Side second = new Side(other, !going.contains(other));
                    boolean inOrder = first.waits == second.waits ? one.rule().id().compareTo(id) < 0 : second.waits;
                    if (inOrder) {
                        pairs.add(List.of(first, second));
                    }
                }
            }
        }
        return pairs.stream().distinct().toList();
    }
}
