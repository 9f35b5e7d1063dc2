package dev.buildlog.cli;

import dev.buildlog.ledger.LegacyImport;
import dev.buildlog.ledger.Posteriors.Posterior;
import dev.buildlog.ledger.RuleStories.Story;
import dev.buildlog.ledger.Rules.Named;
import dev.buildlog.ledger.Selections.Made;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.legacy.LegacyKind;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Suggestion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog explain}: the whole story of a rule. */
@Command(name = "explain", description = {
    "Tell all about a rule: why it is in or out, where the journal says it, how it was worded, what was decided, drawn, cited and"
        + " rewarded, and which files show it.",
    "Example: buildlog explain wf-1a2b3c4d5e"})
final class Explain extends Verb {

    /** Draws that are told, the latest ones. */
    private static final int DRAWS = 20;

    @Parameters(paramLabel = "RULE", description = "Id of a rule, any that it ever had, or how one begins.")
    private String id = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        RuleReport report;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Optional<PersonaRule> persona = GauntletPlace.personas(here).find(id);
            report = persona.isPresent() ? ofPersona(parts, persona.get()) : learned(here, parts);
        }
        if (json) {
            Json.print(here.out(), report.fields());
        } else {
            report.lines().forEach(line -> here.out().println(Printable.line(line)));
        }
        return ExitCode.DONE;
    }

    private RuleReport ofPersona(Assembly parts, PersonaRule rule) {
        Story story = parts.core().ruleStories().of(parts.project(), rule.id());
        return RuleReport.of(rule, story, posteriors(parts, rule.id()));
    }

    private RuleReport learned(Workplace here, Assembly parts) {
        Rule rule = find(parts);
        States states = States.of(here);
        List<Stand> stands = parts.stands().stream().map(states::scored).toList();
        Stand stand = stands.stream().filter(one -> one.candidate().rule().id().equals(rule.id())
                && one.candidate().rule().category().equals(rule.category())).findFirst().orElseThrow();
        Story story = parts.core().ruleStories().of(rule);
        List<Made> draws = parts.core().selections().latest(parts.project(), DRAWS);
        Fortune fortune = Fortune.of(stand, stands, states, draws.stream().findFirst().flatMap(last ->
                RuleReport.in(last, story.ids())));
        return RuleReport.of(stand, fortune, story, draws, posteriors(parts, rule.id()));
    }

    private static List<Posterior> posteriors(Assembly parts, String rule) {
        return parts.core().posteriors().all(parts.project(), parts.core().priors(parts.project())).stream()
                .filter(posterior -> posterior.arm().rule().equals(rule)).toList();
    }

    /** The live rule that is meant. */
    private Rule find(Assembly parts) {
        Named named = parts.core().rules().resolve(parts.project(), id);
        if (named instanceof Named.Live live) {
            return live.rule();
        }
        if (named instanceof Named.Tombstone gone) {
            throw new BuildlogException("no live entry says any more what " + id + " stood for: " + gone.text());
        }
        List<Rule> live = parts.core().rules().live(parts.project());
        List<Rule> begun = id.isBlank() ? List.of() : live.stream().filter(rule -> rule.id().startsWith(id)).toList();
        if (begun.size() == 1) {
            return begun.get(0);
        }
        if (begun.size() > 1) {
            throw new BuildlogException("'" + id + "' begins several ids: " + String.join(", ", begun.stream().limit(8)
                    .map(Rule::id).toList()) + ". Say more of it.");
        }
        earlier(parts);
        List<String> known = Stream.concat(live.stream().map(Rule::id), parts.core().personas(parts.project()).rules()
                .map(PersonaRule::id)).toList();
        throw new BuildlogException("there is no rule '" + id + "' here" + Suggestion.hint(id, known,
                ". `buildlog status` shows the rules with their ids."));
    }

    /** What an earlier tool said of a rule that no entry says. */
    private void earlier(Assembly parts) {
        LegacyImport legacy = new LegacyImport(parts.core().ledger());
        for (LegacyKind kind : List.of(LegacyKind.DECISION, LegacyKind.GAUNTLET_RULE, LegacyKind.LEARNING)) {
            legacy.record(parts.project(), kind, id).ifPresent(record -> {
                throw new BuildlogException("no entry says here what " + id + " stood for in the Python tool"
                        + (kind == LegacyKind.DECISION ? ", where it was " + record.text("decision") : ": " + record.text("rule"))
                        + ". `buildlog sync` reads the journal, and `buildlog migrate` then decides it again.");
            });
        }
    }
}
