package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Rule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet learn}. */
@Command(name = "learn", description = {
    "Turn what a report of findings has learned (rule_learned) into rules of this project, de-duplicated as entries are.",
    "Findings of a run are learned from when they are handed in; this is for reports from elsewhere."})
final class GauntletLearn extends Verb {

    @Parameters(paramLabel = "FILE", description = "The findings as JSON; - for standard input.")
    private String file = "";

    @Option(names = {"-s", "--source"}, required = true, paramLabel = "NAME", description = "What to call the report; told again"
            + " under the same name it takes the place of the earlier one and counts once.")
    private String source = "";

    @Option(names = "--json", description = "Print JSON: the rules that rest on it.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        if (!source.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}")) {
            throw new BuildlogException("'" + source + "' cannot name a report: use letters, digits, '.', '_' and '-'");
        }
        List<String> learned = FindingsFile.read(here, file).stream().map(Finding::ruleLearned).toList();
        List<Rule> rules = GauntletPlace.with(here, (parts, sync) -> {
            EntryVersion entry = parts.core().reviewEntry(parts.project(), source, learned).orElseThrow(() ->
                    new BuildlogException("none of the findings has a rule_learned: there is nothing to learn from them"));
            sync.enter(entry);
            return parts.core().rules().withSources(parts.project()).stream()
                    .filter(rule -> rule.sources().contains(entry.path())).toList();
        });
        if (json) {
            Json.print(here.out(), rules.stream().map(GauntletLearn::fields).toList());
        } else {
            rules.forEach(rule -> here.out().println(Printable.line(String.format("%s  %dx  %s", rule.id(), rule.frequency(),
                    rule.text()))));
            here.out().println(rules.size() + (rules.size() == 1 ? " rule rests" : " rules rest") + " on it.");
        }
        return ExitCode.DONE;
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
