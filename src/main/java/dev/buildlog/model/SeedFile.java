package dev.buildlog.model;

import java.util.List;

/**
 * A file of rules for one persona, made by buildlog or by another producer.
 *
 * @param persona name of the persona
 * @param version counts up when the rules change; from 1
 * @param description what the persona looks at, in a few words; empty where the file does not say
 * @param rules the rules in the order of the file; may be empty
 */
public record SeedFile(String persona, int version, String description, List<SeedRule> rules) {

    public SeedFile {
        rules = List.copyOf(rules);
    }

    /** A file that does not say what the persona looks at. */
    public SeedFile(String persona, int version, List<SeedRule> rules) {
        this(persona, version, "", rules);
    }
}
