package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rendering a policy for a target makes of a file: a pure function of the policy, the target and the file, which
 * carries the state of earlier renderings in itself.
 *
 * @param change what happens to the file
 * @param leftOut rules of the policy for which the file has no room, in the policy's order
 * @param limit the limit that kept them out, such as {@code "4000 characters"}; empty where none did
 */
public record Rendering(FileChange change, List<Candidate> leftOut, String limit) {

    public Rendering {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * As many rules, from the first of the policy on, as the target's limits leave room for. The owner's own text counts
     * too where a limit is one of the file.
     *
     * @param file name of the file, for messages
     * @param existing content of the file; null where there is none
     */
    public static Rendering of(String file, byte @Nullable [] existing, Policy policy, Target target) {
        List<Candidate> rules = policy.rules();
        FileChange all = change(file, existing, policy, rules, target);
        String limit = exceeded(existing, all, rules, target).orElse("");
        if (limit.isEmpty()) {
            return new Rendering(all, List.of(), "");
        }
        int fitting = 0;
        int tooMany = rules.size();
        while (tooMany - fitting > 1) {
            int tried = (fitting + tooMany) / 2;
            List<Candidate> some = rules.subList(0, tried);
            if (exceeded(existing, change(file, existing, policy, some, target), some, target).isEmpty()) {
                fitting = tried;
            } else {
                tooMany = tried;
            }
        }
        return new Rendering(change(file, existing, policy, rules.subList(0, fitting), target),
                rules.subList(fitting, rules.size()), limit);
    }

    /** The rules of {@code policy} that the file shows then, in the target's words, by id. */
    public Map<String, String> shown(Policy policy, Target target) {
        return texts(policy.rules().stream().filter(rule -> !leftOut.contains(rule)).toList(), target);
    }

    private static FileChange change(String file, byte @Nullable [] existing, Policy policy, List<Candidate> rules,
            Target target) {
        return switch (target.ownership()) {
            case MANAGED_BLOCK -> ManagedBlock.apply(file, existing, Renderer.body(rules, target), policy.id());
            case WHOLE_FILE -> WholeFile.apply(file, existing, target.frontMatter(), Renderer.body(rules, target), policy.id());
            case JSON_KEYS -> JsonKeys.apply(file, existing, texts(rules, target), policy.id());
        };
    }

    private static Optional<String> exceeded(byte @Nullable [] existing, FileChange change, List<Candidate> rules,
            Target target) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        String own = target.ownership() == Target.Ownership.JSON_KEYS
                ? String.join("\n", texts(rules, target).values())
                : Renderer.body(rules, target);
        if (change instanceof FileChange.Written written) {
            return target.limits().exceeded(written.content(), own);
        }
        return change instanceof FileChange.Unchanged && existing != null
                ? target.limits().exceeded(existing, own)
                : Optional.empty();
    }

    private static Map<String, String> texts(List<Candidate> rules, Target target) {
        Map<String, String> texts = new LinkedHashMap<>();
        rules.forEach(rule -> texts.put(rule.rule().id(), Renderer.plain(rule, target)));
        return texts;
    }
}
