package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.journal.Checkout;
import dev.buildlog.learn.Reconciler;
import dev.buildlog.ledger.Policies.Published;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import dev.buildlog.model.RuleState;
import dev.buildlog.pipeline.Sync;
import dev.buildlog.render.FileTarget;
import dev.buildlog.render.Share;
import dev.buildlog.render.Targets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Every live rule and where it stands.
 *
 * @param rules best first
 * @param shares what would go into which file
 * @param root root of the checkout
 */
record Overview(List<Item> rules, List<Share> shares, Path root) {

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

    /** By what the routes would publish now: they are run, and write nothing. */
    static Overview next(Workplace here, Assembly parts) {
        return known("next", here, parts, () -> {
            try (Sync dry = Sync.dry(parts.core(), here.root(), parts.settings(), parts.front())) {
                return of(here, parts, dry.policy(), dry.targets(), dry.root());
            }
        });
    }

    /** By what was published last; runs no route. Gate and reconciliation are asked as they are shipped. */
    static Overview now(Workplace here, Assembly parts) {
        return known("now", here, parts, () -> {
            Checkout checkout = parts.core().repositories().locate(here.root());
            String project = checkout.project().id();
            PublishRequest request = new PublishRequest(project, checkout.root().toString());
            Candidates going = new Reconciler().reconcile(Gate.shipped().check(new Scorer().score(new Candidates(request,
                    here.clock().instant(), parts.core().standings().all(project).stream().map(Stand::candidate).toList(),
                    List.of()))));
            return of(here, parts, parts.core().policies().inForce(project).map(last -> published(last, going))
                    .orElseGet(() -> new Policy("", request, going.at(), List.of(), going.stopped())),
                    Sync.targets(parts.core(), here.root(), parts.settings(), parts.front()), checkout.root());
        });
    }

    /** An answer holds until the ledger, the settings, the parts or the day change. */
    private static Overview known(String which, Workplace here, Assembly parts, Supplier<Overview> ask) {
        return here.known("overview " + which, () -> List.of(parts.core().ledger().state(),
                LocalDate.ofInstant(here.clock().instant(), ZoneOffset.UTC), Seen.parts(here), here.settings().asProperties(),
                parts.core().repositories().locate(here.root())), ask);
    }

    /** The policy in force with the words it was published with. */
    private static Policy published(Published last, Candidates going) {
        Map<String, Candidate> today = new HashMap<>();
        going.rules().forEach(one -> today.put(key(one.rule()), one));
        List<Candidate> rules = new ArrayList<>();
        for (Map<String, String> told : last.rules()) {
            Candidate live = today.get(told.get("id") + " " + told.get("category"));
            if (live != null) {
                Rule rule = live.rule().withText(String.valueOf(told.get("text")), live.rule().tags());
                rules.add(new Candidate(rule, new Confidence(Level.valueOf(String.valueOf(told.get("level")).toUpperCase(Locale.ROOT)),
                        live.confidence().score(), live.confidence().tier()), live.standing(), live.terms()));
            }
        }
        return new Policy(last.id(), going.request(), last.at(), rules, going.stopped(), last.selection(), List.of());
    }

    private static Overview of(Workplace here, Assembly parts, Policy policy, Targets targets, Path root) {
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
        return new Overview(items, Share.of(targets, Render.configured(here), policy).stream()
                .map(share -> share.withDefaultTokens(tokens)).toList(), root);
    }

    /**
     * What would become of the file of a share.
     *
     * @throws dev.buildlog.model.BuildlogException if it cannot be read or must not be written
     */
    FileTarget.Look look(Share share) {
        return new FileTarget(root, share.target()).look(share.policy());
    }

    private static String key(Rule rule) {
        return rule.id() + " " + rule.category();
    }
}
