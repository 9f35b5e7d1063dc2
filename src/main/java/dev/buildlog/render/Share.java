package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a policy goes into the file of one target. A rule that was promoted for some targets goes into their files only, also
 * into those that hold nothing else.
 */
public record Share(Target target, Policy policy) {

    /**
     * The shares of a policy.
     *
     * @param chosen ids of the targets that get all rules that were promoted for none in particular
     * @throws dev.buildlog.model.BuildlogException of kind {@code BAD_CONFIGURATION} if there is no target of one of these names
     */
    public static List<Share> of(Targets targets, List<String> chosen, Policy policy) {
        List<Share> shares = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        for (Target target : targets.withoutRepetition(chosen)) {
            paths.add(target.path());
            shares.add(of(targets, target, policy));
        }
        policy.rules().stream().flatMap(rule -> named(targets, rule).stream()).distinct().forEach(target -> {
            if (paths.add(target.path())) {
                shares.add(new Share(target, policy.withRules(policy.rules().stream()
                        .filter(rule -> isNamed(targets, rule, target)).toList())));
            }
        });
        return shares;
    }

    /** The share of a target that gets all rules that were promoted for none in particular. */
    public static Share of(Targets targets, Target target, Policy policy) {
        return new Share(target, policy.withRules(policy.rules().stream()
                .filter(rule -> rule.terms().targets().isEmpty() || isNamed(targets, rule, target)).toList()));
    }

    /** The same with a limit for files that agents read every time, unless the target has its own. */
    public Share withDefaultTokens(int tokens) {
        return new Share(target.withDefaultTokens(tokens), policy);
    }

    private static boolean isNamed(Targets targets, Candidate rule, Target target) {
        return named(targets, rule).stream().anyMatch(one -> one.path().equals(target.path()));
    }

    /** The targets a rule was promoted for, as far as there still are such. */
    private static List<Target> named(Targets targets, Candidate rule) {
        return rule.terms().targets().stream().map(targets::find).flatMap(Optional::stream).toList();
    }
}
