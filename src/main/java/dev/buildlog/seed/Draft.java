package dev.buildlog.seed;

import dev.buildlog.model.SeedRule;
import java.util.List;

/**
 * What sources give for a persona, before anything is written.
 *
 * @param rules the rules, in order of the sources and of their lines
 * @param setAside what does not become a rule, and why
 * @param found number of rules found in the sources
 * @param repeated number of those that say what another one says
 */
public record Draft(List<SeedRule> rules, List<SetAside> setAside, int found, int repeated) {

    /**
     * Something that does not become a rule.
     *
     * @param source address of the source
     * @param line line in the text of the source, from 1; 0 where it concerns the whole source
     * @param rule its text; empty where it has none
     * @param reason why, and what would mend it
     */
    public record SetAside(String source, int line, String rule, String reason) {}

    public Draft {
        rules = List.copyOf(rules);
        setAside = List.copyOf(setAside);
    }
}
