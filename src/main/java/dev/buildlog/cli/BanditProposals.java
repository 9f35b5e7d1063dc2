package dev.buildlog.cli;

import dev.buildlog.learn.proof.Retirement.Proposal;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.pipeline.Sync;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog bandit proposals}. */
@Command(name = "proposals", description = {
    "Print the rules that do not earn their place, with the reason: outcomes below those of the project, or never cited though",
    "often shown. They stay until somebody retires them."})
final class BanditProposals extends Verb {

    /** Kind of a decision by which a rule leaves the agents' files and keeps its history. */
    private static final String RETIRE = "retire";

    @Option(names = "--auto-retire", description = "Retire them.")
    private boolean retire;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Proposal> proposals;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            proposals = parts.core().retirements().proposals(parts.project(), parts.core().priors(parts.project()));
            if (retire && !proposals.isEmpty()) {
                Logging.begin(here, Logging.level(here.verbosity()));
                try (Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
                    proposals.forEach(proposal -> sync.decide(new Decision(parts.project(), RETIRE, List.of(proposal.rule()),
                            "", parts.core().instant())));
                }
            }
        }
        if (json) {
            Json.print(here.out(), proposals.stream().map(proposal -> fields(proposal, retire)).toList());
        } else if (proposals.isEmpty()) {
            here.out().println("Every rule earns its place, or has not been tried enough.");
        } else {
            proposals.forEach(proposal -> here.out().println(Printable.line(proposal.rule() + "  " + proposal.reason())));
            here.out().println(retire ? "Retired." : "Retire them with --auto-retire, or one by one.");
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> fields(Proposal proposal, boolean retired) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", proposal.rule());
        fields.put("reason", proposal.reason());
        fields.put("retired", retired);
        return fields;
    }
}
