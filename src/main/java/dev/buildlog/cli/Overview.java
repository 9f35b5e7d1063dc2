package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.curate.Scorer;
import dev.buildlog.learn.Reconciler;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import dev.buildlog.model.Rule;
import dev.buildlog.model.RuleState;
import dev.buildlog.pipeline.Preview;
import dev.buildlog.render.FileTarget;
import dev.buildlog.render.Share;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every live rule and where it stands.
 *
 * @param rules best first
 * @param sorted the same, sorted out by the least confidence asked for
 * @param shares what would go into which file
 * @param root root of the checkout
 */
record Overview(List<Item> rules, Map<Level, SortedRules> sorted, List<Share> shares, Path root) {

    /**
     * A rule.
     *
     * @param stand the rule with its confidence, and what was decided about it
     * @param stopped why gate or reconciliation keep it back; empty if they do not
     * @param inForce whether it goes out
     */
    record Item(Stand stand, RuleState state, String stopped, boolean inForce) {

        Candidate candidate() {
            return stand.candidate();
        }

        /** Whether a person is asked about it. */
        boolean waits() {
            return state == RuleState.NEW || state == RuleState.QUARANTINED || candidate().isChanged();
        }

        /** The state, or that its words have changed since it was promoted. */
        String shownState() {
            return candidate().isChanged() && state != RuleState.QUARANTINED ? "changed" : state.key();
        }
    }

    /** By what the routes would publish now. An answer holds until the ledger, the settings, the parts or the day change. */
    static Overview of(Workplace here, Assembly parts) {
        return here.known("overview", () -> List.of(parts.core().ledger().state(),
                LocalDate.ofInstant(here.clock().instant(), ZoneOffset.UTC), Seen.parts(here), here.settings().asProperties(),
                parts.checkout()),
                () -> of(here, parts, Preview.of(parts.core(), parts.plan(), parts.settings(), () -> {
                    Logging.begin(here, Logging.level(here.verbosity()));
                    return parts.front();
                })));
    }

    private static Overview of(Workplace here, Assembly parts, Preview preview) {
        Policy policy = preview.policy();
        Map<String, String> stopped = new HashMap<>();
        policy.stopped().forEach(one -> stopped.put(key(one.rule()), one.reason()));
        Set<String> inForce = new HashSet<>();
        policy.rules().forEach(one -> inForce.add(key(one.rule())));
        States states = States.of(here);
        List<Item> items = parts.core().standings().all(parts.project()).stream().map(states::scored).map(stand -> {
            String why = stopped.getOrDefault(key(stand.candidate().rule()), "");
            boolean held = !why.isEmpty() && !Reconciler.isWhy(why);
            return new Item(stand, RuleState.of(stand.standing(), held, states.admission().admits(stand.candidate())), why,
                    inForce.contains(key(stand.candidate().rule())));
        }).sorted(Comparator.comparing(Item::candidate, Scorer.BEST_FIRST)).toList();
        int tokens = here.settings().number(Keys.PUBLISH_MAX_TOKENS);
        return new Overview(items, SortedRules.of(items), Share.of(preview.targets(), Render.configured(here), policy).stream()
                .map(share -> share.withDefaultTokens(tokens)).toList(), preview.root());
    }

    /**
     * What would become of the file of a share. Thousands of rules take a while to be rendered and compared, so the answer is
     * kept with the file's whole content: it holds for as long as that and the share are the same.
     *
     * @throws dev.buildlog.model.BuildlogException if it cannot be read or must not be written
     */
    FileTarget.Look look(Workplace here, Share share) {
        FileTarget file = new FileTarget(root, share.target());
        byte[] existing = file.existing();
        return here.known("look " + share.target().path(),
                () -> List.of(share, Optional.ofNullable(existing).map(ByteBuffer::wrap)),
                () -> file.look(share.policy(), existing));
    }

    private static String key(Rule rule) {
        return rule.id() + " " + rule.category();
    }
}
