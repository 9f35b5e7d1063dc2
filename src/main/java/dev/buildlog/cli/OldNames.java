package dev.buildlog.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Other names of commands: those that people know from the tools of an agent, and from older documentation. */
final class OldNames {

    /** The words of the command, by the other name. */
    static final Map<String, List<String>> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("log-reward", List.of("reward")),
            Map.entry("log-mistake", List.of("experiment", "log-mistake")),
            Map.entry("bandit-status", List.of("bandit", "status")),
            Map.entry("posterior-history", List.of("bandit", "history")),
            Map.entry("learn-from-review", List.of("gauntlet", "learn")),
            Map.entry("gauntlet-list-personas", List.of("gauntlet", "list")),
            Map.entry("gauntlet-rules", List.of("gauntlet", "rules")),
            Map.entry("gauntlet-prompt", List.of("gauntlet", "prompt")),
            Map.entry("gauntlet-loop", List.of("gauntlet", "loop")),
            Map.entry("gauntlet-issues", List.of("gauntlet", "issues")),
            Map.entry("gauntlet-accept-risk", List.of("gauntlet", "accept-risk")),
            Map.entry("gauntlet-rule-lookup", List.of("rule")),
            Map.entry("gauntlet-generate", List.of("gauntlet", "generate")),
            Map.entry("restore", List.of("backup", "restore")),
            Map.entry("consume", List.of("emissions", "consume")),
            Map.entry("consume-emissions", List.of("emissions", "consume"))));

    private OldNames() {}

    /**
     * The arguments with the command's own words.
     *
     * @param at index of the command's name; negative for none
     */
    static List<String> replaced(List<String> arguments, int at) {
        List<String> words = at < 0 ? null : WORDS.get(arguments.get(at));
        if (words == null) {
            return arguments;
        }
        List<String> replaced = new ArrayList<>(arguments.subList(0, at));
        replaced.addAll(words);
        replaced.addAll(arguments.subList(at + 1, arguments.size()));
        return replaced;
    }
}
