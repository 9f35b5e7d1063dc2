package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RewardReceipt;
import dev.buildlog.model.Suggestion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code buildlog reward}: how reviewed work came out. */
@Command(name = "reward", description = {
    "Say how reviewed work came out. That rewards the rules which its review cited, and no other.",
    "Example: buildlog reward revision --distance 0.3"})
final class RewardWork extends Verb {

    @Parameters(paramLabel = "OUTCOME", description = "accepted, revision or rejected.")
    private String outcome = "";

    @Option(names = {"-d", "--distance"}, paramLabel = "D", description = "How far a revision is from what was reviewed: 0 a"
            + " tweak, 1 done over. Default: 0.5.")
    private @Nullable Double distance;

    @Option(names = "--review", paramLabel = "ID", description = "The review. Default: the latest that has no outcome yet.")
    private String review = "";

    @Option(names = {"-r", "--rules"}, paramLabel = "ID", split = ",", description = "Reward only these of the rules it cited.")
    private @Nullable List<String> rules;

    @Option(names = {"-s", "--session"}, paramLabel = "ID", description = "The latest review of this session that has no outcome"
            + " yet.")
    private String session = "";

    @Option(names = {"-e", "--error-class", "--context"}, paramLabel = "CLASS", description = "What the work was about. Default:"
            + " what the review says.")
    private @Nullable String context;

    @Option(names = {"-n", "--notes"}, paramLabel = "TEXT", description = "What else there is to say of it.")
    private String notes = "";

    @Option(names = "--id", description = "A name for this outcome: said again under the same name it counts once.")
    private @Nullable String id;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        RewardReceipt receipt;
        if (!Reward.OUTCOMES.contains(outcome)) {
            throw new ParameterException(line(), "there is no outcome '" + outcome + "'"
                    + Suggestion.hintOrList(outcome, Reward.OUTCOMES, ""));
        }
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Logging.begin(here, Logging.level(here.verbosity()));
            Reward reward = new Reward(id == null ? "rew-" + UUID.randomUUID() : id, parts.project(), outcome, distance,
                    meant(parts), rules, context, notes, parts.core().instant());
            try (Entrance entrance = Entrance.open(here, parts)) {
                receipt = entrance.doors().reward(reward);
            }
        }
        tell(here, receipt);
        return ExitCode.DONE;
    }

    /** Id of the review; empty for the latest. */
    private String meant(Assembly parts) {
        if (session.isEmpty() || !review.isEmpty()) {
            return review;
        }
        return parts.core().rewardRecords().waiting(parts.project(), session).orElseThrow(() -> new BuildlogException("no review"
                + " of the session '" + session + "' waits for an outcome: name one with --review, or leave --session out"));
    }

    private void tell(Workplace here, RewardReceipt receipt) throws IOException {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("reward", receipt.reward());
            fields.put("value", receipt.value());
            fields.put("review", receipt.review());
            fields.put("rules", receipt.rules());
            Json.print(here.out(), fields);
        } else if (receipt.review().isEmpty()) {
            here.out().println("Recorded. No review waits for an outcome, so this says nothing of any rule.");
        } else {
            here.out().println(Printable.line(String.format(Locale.ROOT, "Recorded %.2f for review %s. %s", receipt.value(),
                    receipt.review(), receipt.rules().isEmpty() ? "It rewards no rule." : "Rewarded: "
                            + String.join(", ", receipt.rules()))));
        }
    }
}
