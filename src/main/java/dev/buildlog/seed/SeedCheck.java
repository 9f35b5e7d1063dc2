package dev.buildlog.seed;

import dev.buildlog.curate.Gate;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses seed files that are broken, too large, or hold what must not be shown to an agent; stands behind the Kamelet
 * {@code check-seed-action}.
 */
public final class SeedCheck {

    private static final int MOST_REASONS = 5;

    private Path interop = Path.of(Interop.FILE);

    /** The file with the limits. */
    public void setInterop(String interop) {
        this.interop = Path.of(interop);
    }

    /** The delivery, refused with all reasons where there is one. */
    public SeedDelivery check(SeedDelivery delivery) {
        if (!delivery.refusal().isEmpty()) {
            return delivery;
        }
        SeedReader.Reading reading = SeedReader.read(delivery.name(), delivery.text());
        List<String> reasons = new ArrayList<>();
        reading.problems().forEach(problem -> reasons.add(problem.toString()));
        if (reading.seeds() != null) {
            Interop limits = Interop.read(interop, Interop.person());
            reasons.addAll(reasons(reading.seeds(), limits.maxRules(), limits.maxRuleLength()));
        }
        String more = reasons.size() > MOST_REASONS ? "\nand " + (reasons.size() - MOST_REASONS) + " more" : "";
        return reasons.isEmpty() ? delivery
                : delivery.refused(reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("\n")) + more);
    }

    private static List<String> reasons(SeedFile seeds, int maxRules, int maxRuleLength) {
        List<String> reasons = new ArrayList<>();
        if (seeds.rules().size() > maxRules) {
            reasons.add("holds " + seeds.rules().size() + " rules; at most " + maxRules + " are taken: split it");
            return reasons;
        }
        int number = 0;
        for (SeedRule rule : seeds.rules()) {
            number++;
            if (rule.rule().length() > maxRuleLength) {
                reasons.add("rule " + number + " is longer than " + maxRuleLength + " characters; shorten it");
            }
            for (String text : List.of(rule.rule(), rule.context(), rule.antipattern(), rule.rationale())) {
                String where = "rule " + number;
                Gate.blemish(text).ifPresent(objection -> reasons.add(where + " " + objection));
            }
        }
        return reasons;
    }
}
