package dev.buildlog.model;

import java.util.List;

/**
 * A file of rules for one persona, made by buildlog or by another producer.
 *
 * @param persona name of the persona
 * @param version counts up when the rules change; from 1
 * @param rules the rules in the order of the file; may be empty
 */
public record SeedFile(String persona, int version, List<SeedRule> rules) {

    public SeedFile {
        rules = List.copyOf(rules);
    }
}
