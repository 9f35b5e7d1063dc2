package dev.buildlog.cli;

import dev.buildlog.ledger.RewardRecords.Recorded;
import dev.buildlog.model.Reward;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code buildlog rewards}: the outcomes so far. */
@Command(name = "rewards", description = {
    "Print how reviewed work came out so far, newest first, and the mean of all. `buildlog reward` adds to it.",
    "Example: buildlog rewards --limit 10"})
final class RewardList extends Verb {

    private static final int SHOWN_RULES = 3;

    @Option(names = {"-n", "--limit"}, paramLabel = "N", description = "How many outcomes are listed; 0 for all. Default: 50."
            + " The counts and the mean are of all.")
    private int limit = 50;

    @Option(names = {"-s", "--session"}, paramLabel = "ID", description = "Only outcomes of reviews in this session.")
    private String session = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        if (limit < 0) {
            throw new ParameterException(line(), "-n takes a number of outcomes, or 0 for all");
        }
        Optional<Assembly> open = FreshLedger.open(here);
        List<Recorded> all = List.of();
        if (open.isPresent()) {
            try (Assembly parts = open.get()) {
                all = parts.core().rewardRecords().all(parts.project(), session);
            }
        }
        if (json) {
            Json.print(here.out(), open.isPresent() ? fields(all) : FreshLedger.nothing(fields(all)));
        } else if (open.isEmpty()) {
            here.out().println(FreshLedger.NOTHING_HERE);
        } else {
            tell(here, all);
        }
        return ExitCode.DONE;
    }

    private List<Recorded> listed(List<Recorded> all) {
        return limit == 0 ? all : all.subList(0, Math.min(limit, all.size()));
    }

    private Map<String, Object> fields(List<Recorded> all) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("total_events", all.size());
        fields.put("accepted", count(all, Reward.ACCEPTED));
        fields.put("revisions", count(all, Reward.REVISION));
        fields.put("rejected", count(all, Reward.REJECTED));
        fields.put("mean_reward", mean(all));
        fields.put("events", listed(all).stream().map(Recorded::fields).toList());
        return fields;
    }

    private void tell(Workplace here, List<Recorded> all) {
        if (all.isEmpty()) {
            here.out().println("No outcome yet. Say how reviewed work came out: buildlog reward accepted");
            return;
        }
        here.out().println(String.format(Locale.ROOT, "%d outcomes: %d accepted, %d revised, %d rejected; mean %.2f", all.size(),
                count(all, Reward.ACCEPTED), count(all, Reward.REVISION), count(all, Reward.REJECTED), mean(all)));
        for (Recorded one : listed(all)) {
            List<String> rules = one.rules();
            here.out().println(Printable.line(String.format(Locale.ROOT, "  %s  %-8s  %.2f  %s", one.at(), one.outcome(),
                    one.value(), rules.isEmpty() ? "no rule" : String.join(", ", rules.subList(0,
                            Math.min(SHOWN_RULES, rules.size()))) + (rules.size() > SHOWN_RULES ? " and "
                                    + (rules.size() - SHOWN_RULES) + " more" : ""))));
        }
    }

    private static long count(List<Recorded> all, String outcome) {
        return all.stream().filter(one -> one.outcome().equals(outcome)).count();
    }

    /** 0 where there is nothing yet. */
    private static double mean(List<Recorded> all) {
        return all.stream().mapToDouble(Recorded::value).average().orElse(0);
    }
}
