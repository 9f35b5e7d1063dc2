package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.render.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which routes and parts would serve a checkout, for questions that need them and start nothing. */
public final class CheckoutPlan {

    private final PipelineBeans beans;
    private final Checkout checkout;
    private final Optional<Group> group;

    private CheckoutPlan(PipelineBeans beans, Checkout checkout, Optional<Group> group) {
        this.beans = beans;
        this.checkout = checkout;
        this.group = group;
    }

    /**
     * The plan of the checkout around {@code place}.
     *
     * @param settings effective settings of a checkout as {@code buildlog.*} properties; of the home for null
     * @throws BuildlogException BAD_CONFIGURATION naming the key if they are refused
     */
    public static CheckoutPlan of(Core core, Path place, Function<@Nullable Path, Map<String, String>> settings, Front front) {
        Checkout checkout = core.repositories().locate(place);
        PipelineBeans beans = new PipelineBeans(core, PipelineBeans.Mode.DRY, front, null, null);
        return new CheckoutPlan(beans, checkout, new PipelinePlanner(core, settings, new PartCheck(core, beans)::problems)
                .plan(List.of(checkout)).groups().stream().filter(one -> one.roots().contains(checkout.root())).findFirst());
    }

    Checkout checkout() {
        return checkout;
    }

    /** What would serve it; empty where its routes are refused. */
    Optional<Group> group() {
        return group;
    }

    /** The targets that the routes know here; none where they are refused. */
    public Targets targets() {
        return Targets.of(group.map(one -> one.parts().targets()).orElse(Map.of()));
    }

    /** Whether anything in the journal changed since the ledger last knew it, or would be read differently now. */
    public boolean isReadingDue() {
        return group.map(one -> beans.capture(one, checkout.root()).hasNews()).orElse(true);
    }
}
