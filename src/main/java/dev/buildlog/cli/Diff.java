package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.RuleState;
import dev.buildlog.render.FileTarget;
import dev.buildlog.render.LineDiff;
import dev.buildlog.render.Share;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog diff}: what the next publication would change, and what waits for a person. */
@Command(name = "diff", description = {
    "Show what the next publication would change in the agents' files, and which rules wait for a person.",
    "The journal is read first, which brings the files up to date with what was decided."})
final class Diff extends Verb {

    @Mixin
    private PageOptions page = new PageOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Optional<Assembly> open = FreshLedger.open(here);
        if (open.isEmpty()) {
            if (json) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("initialized", false);
                fields.putAll(fields(List.of(), Map.of(), List.of()));
                fields.put("message", FreshLedger.NOTHING_HERE);
                Json.print(here.out(), fields);
            } else {
                here.out().println(FreshLedger.NOTHING_HERE);
            }
            return ExitCode.DONE;
        }
        Map<String, String> diffs = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        List<Overview.Item> rules;
        try (Assembly parts = open.get()) {
            Overview overview = Overview.of(here, parts);
            rules = overview.rules();
            overview.shares().forEach(share -> compare(here, overview, share, diffs, problems));
        }
        problems.forEach(problem -> here.err().println(Printable.text(problem)));
        if (json) {
            Json.print(here.out(), fields(rules, diffs, problems));
        } else {
            tell(here, rules, diffs);
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void compare(Workplace here, Overview overview, Share share, Map<String, String> diffs,
            List<String> problems) {
        try {
            FileTarget.Look look = overview.look(here, share);
            diffs.put(share.target().path(), LineDiff.of(share.target().path(), look.existing(), look.after()));
        } catch (BuildlogException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> fields(List<Overview.Item> rules, Map<String, String> diffs, List<String> problems) {
        List<Overview.Item> waiting = rules.stream().filter(Overview.Item::waits).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("files", diffs.entrySet().stream().map(file -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("path", file.getKey());
            one.put("changes", !file.getValue().isEmpty());
            one.put("diff", file.getValue());
            return one;
        }).toList());
        fields.put("problems", problems);
        fields.put("pending", page.of(waiting).stream().collect(Collectors.groupingBy(item -> item.candidate().rule().category(),
                TreeMap::new, Collectors.mapping(RuleFields::of, Collectors.toList()))));
        fields.put("total_pending", waiting.size());
        fields.put("next", page.next(waiting.size()));
        fields.put("already_promoted", rules.stream().filter(item -> item.candidate().standing().isLetOut()).count());
        fields.put("already_rejected", rules.stream().filter(item -> item.state() == RuleState.REJECTED).count());
        return fields;
    }

    private void tell(Workplace here, List<Overview.Item> rules, Map<String, String> diffs) {
        diffs.values().forEach(diff -> here.out().print(Printable.text(diff)));
        if (diffs.values().stream().allMatch(String::isEmpty)) {
            here.out().println("The agents' files are up to date.");
        }
        List<Overview.Item> waiting = rules.stream().filter(Overview.Item::waits).toList();
        if (!waiting.isEmpty()) {
            here.out().println();
            here.out().println("Waiting for a person (buildlog queue):");
            page.of(waiting).forEach(item -> here.out().println(RuleFields.line(item)));
        }
    }
}
