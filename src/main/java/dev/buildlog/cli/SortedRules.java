package dev.buildlog.cli;

import dev.buildlog.model.Level;
import dev.buildlog.model.RuleState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of an {@link Overview} from a level of confidence up, sorted out and counted.
 *
 * @param rules all of them, best first
 * @param running those that nobody has rejected
 * @param rejected the others
 * @param byState how many are in each state; those whose words have changed are counted besides, as {@code changed}
 * @param byLevel how many of the running ones have which confidence, high first
 */
record SortedRules(List<Overview.Item> rules, List<Overview.Item> running, List<Overview.Item> rejected,
        Map<String, Long> byState, Map<String, Long> byLevel) {

    /** For each level. */
    static Map<Level, SortedRules> of(List<Overview.Item> rules) {
        Map<Level, SortedRules> all = new EnumMap<>(Level.class);
        Arrays.stream(Level.values()).forEach(least -> all.put(least, from(least, rules)));
        return all;
    }

    static SortedRules from(Level least, List<Overview.Item> all) {
        List<Overview.Item> rules = all.stream().filter(item -> level(item).compareTo(least) >= 0).toList();
        Map<Boolean, List<Overview.Item>> rejected = rules.stream()
                .collect(Collectors.partitioningBy(item -> item.state() == RuleState.REJECTED));
        List<Overview.Item> running = rejected.get(false);
        Map<String, Long> byState = new LinkedHashMap<>();
        Stream.of(RuleState.values()).forEach(state -> byState.put(state.key(), 0L));
        rules.forEach(item -> byState.merge(item.state().key(), 1L, Long::sum));
        byState.put("changed", rules.stream().filter(item -> item.candidate().isChanged()).count());
        Map<String, Long> byLevel = new LinkedHashMap<>();
        Stream.of(Level.HIGH, Level.MEDIUM, Level.LOW).forEach(level -> byLevel.put(level.key(),
                running.stream().filter(item -> level(item) == level).count()));
        return new SortedRules(rules, running, rejected.get(true), byState, byLevel);
    }

    private static Level level(Overview.Item item) {
        return item.candidate().confidence().level();
    }
}
