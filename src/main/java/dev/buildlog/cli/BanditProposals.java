package dev.buildlog.cli;

import dev.buildlog.learn.proof.Retirement.Proposal;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
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
                try (Entrance entrance = Entrance.open(here, parts)) {
                    proposals.forEach(proposal -> entrance.doors().decision(new Decision("", parts.project(),
                            Decision.RETIRE, List.of(proposal.rule()), "", proposal.reason(), List.of(), false, "--auto-retire",
                            parts.core().instant())));
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
