package dev.buildlog.pipeline;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Scorer;
import dev.buildlog.journal.Checkout;
import dev.buildlog.learn.Admission;
import dev.buildlog.learn.Reconciler;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.pipeline.validate.FlowGraph;
import dev.buildlog.pipeline.validate.SourceFile;
import dev.buildlog.render.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the routes would publish for a checkout now, for those who only ask. Where the routes from {@code direct:publish} on are the
 * shipped ones, their steps are taken here, and nothing is started; a test holds both to the same answer. Where a team has changed
 * them, they are asked themselves.
 *
 * @param policy the policy in force, or one that a first draw may lead to
 * @param targets those that the routes know here
 * @param root root of the checkout
 */
public record Preview(Policy policy, Targets targets, Path root) {

    /**
     * Looks at the checkout of {@code plan}.
     *
     * @param settings effective settings of a checkout as {@code buildlog.*} properties; of the home for null
     * @param front asked for only if routes have to be started
     * @throws BuildlogException if its routes are refused
     */
    public static Preview of(Core core, CheckoutPlan plan, Function<@Nullable Path, Map<String, String>> settings,
            Supplier<Front> front) {
        return plan.group().filter(group -> publishesAsShipped(core, group.parts()))
                .map(group -> direct(core, plan.checkout(), group))
                .orElseGet(() -> asked(core, plan.checkout().root(), settings, front.get()));
    }

    private static Preview asked(Core core, Path place, Function<@Nullable Path, Map<String, String>> settings, Front front) {
        try (DryRun dry = DryRun.open(core, place, settings, front)) {
            return new Preview(dry.policy(), dry.targets(), dry.root());
        }
    }

    private static boolean publishesAsShipped(Core core, Parts parts) {
        return parts.shipped()
                || publishing(parts).equals(publishing(Parts.layered(List.of(PartFolder.read(core.application())))));
    }

    /** Texts of the files that a publication comes through. */
    private static Set<String> publishing(Parts parts) {
        return FlowGraph.of(parts.routes(), parts.kamelets()).reachableFrom(Doors.PUBLISH, Set.of()).stream()
                .map(SourceFile::text).collect(Collectors.toSet());
    }

    /** The steps of the shipped route {@code select}, in their order. */
    private static Preview direct(Core core, Checkout checkout, Group group) {
        Function<String, String> setting = key -> Objects.requireNonNull(group.properties().get("buildlog." + key), key);
        String project = checkout.project().id();
        Gate gate = Gate.of(setting.apply("gate.hosts"), setting.apply("redact.allow"));
        Candidates candidates = new Candidates(new PublishRequest(project, checkout.root().toString()), core.clock().instant(),
                core.standings().candidates(project), List.of());
        gate.ready(candidates.rules().stream().map(one -> one.rule().text()).toList(), core.passes().readOnly());
        Candidates admitted = Admission.from(setting.apply("publish.auto"))
                .admit(new Reconciler().reconcile(gate.check(new Scorer().score(candidates))));
        Selector selector = new Selector();
        selector.setK(Integer.parseInt(setting.apply("publish.k")));
        selector.setHoldOut(Double.parseDouble(setting.apply("publish.hold_out")));
        selector.setTarget(setting.apply("publish.targets"));
        selector.setMaxTokens(Integer.parseInt(setting.apply("publish.max_tokens")));
        selector.setLedger(new DryLedger(core));
        Targets targets = Targets.of(group.parts().targets());
        return new Preview(selector.among(targets, admitted), targets, checkout.root());
    }
}
