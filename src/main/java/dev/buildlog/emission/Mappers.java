package dev.buildlog.emission;

import dev.buildlog.emission.Mapper.Mapped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mappers by name, with the confidences that consumers of the Python tool know. */
final class Mappers {

    /** What a mistake is to the one before it; anything else is {@code similar_to}. */
    private static final Map<String, String> CHAINS = Map.of("escalation", "refines", "same_pattern", "similar_to",
            "regression", "contradicts", "caused_by", "requires", "part_of", "part_of");

    /** In the order of their names, which is the order in which they run. */
    static final SortedMap<String, Mapper> ALL = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "concept_involvement", Mappers::conceptInvolvement,
            "rule_challenge", Mappers::ruleChallenge,
            "rule_support", Mappers::ruleSupport,
            "mistake_chain", Mappers::mistakeChain,
            "resolution_rule", Mappers::resolutionRule,
            "resolution_edges", Mappers::resolutionEdges)));

    private Mappers() {}

    private static Mapped conceptInvolvement(MistakeFacts mistake) {
        return Mapped.edges(mistake.concepts().stream()
                .map(concept -> new Relation(node(mistake), concept, "uses", 0.8)).toList());
    }

    private static Mapped ruleChallenge(MistakeFacts mistake) {
        return Mapped.edges(mistake.rules().stream()
                .map(rule -> new Relation(node(mistake), Relation.rule(rule), "challenges", 0.7)).toList());
    }

    private static Mapped ruleSupport(MistakeFacts mistake) {
        return mistake.correctedBy().isEmpty() ? Mapped.NOTHING : Mapped.edges(List.of(
                new Relation(Relation.rule(mistake.correctedBy()), node(mistake), "supports", 0.9)));
    }

    private static Mapped mistakeChain(MistakeFacts mistake) {
        return mistake.prior().isEmpty() ? Mapped.NOTHING : Mapped.edges(List.of(
                new Relation(node(mistake), "mistake:" + mistake.prior(), CHAINS.getOrDefault(mistake.relation(), "similar_to"),
                        0.75, Map.of("chain_type", mistake.relation().isEmpty() ? "similar_to" : mistake.relation()))));
    }

    private static Mapped resolutionRule(MistakeFacts mistake) {
        return mistake.resolution().isEmpty() ? Mapped.NOTHING : new Mapped(List.of(), List.of(
                LearnedRules.rule(mistake.id(), mistake.resolution(), mistake.errorClass(), 0.6)));
    }

    private static Mapped resolutionEdges(MistakeFacts mistake) {
        if (mistake.resolution().isEmpty()) {
            return Mapped.NOTHING;
        }
        String resolution = "resolution:" + mistake.id();
        Relation implementing = new Relation(resolution, node(mistake), "implements", 0.8);
        return Mapped.edges(mistake.correctedBy().isEmpty() ? List.of(implementing) : List.of(implementing,
                new Relation(resolution, Relation.rule(mistake.correctedBy()), "supports", 0.7)));
    }

    private static String node(MistakeFacts mistake) {
        return "mistake:" + mistake.id();
    }
}
