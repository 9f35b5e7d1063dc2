package dev.buildlog.model;

/**
 * A rule of a persona as it is in force.
 *
 * @param id by which reviewers cite it; stays when the text changes
 * @param persona name of the persona
 * @param seed what the rule says
 */
public record PersonaRule(String id, String persona, SeedRule seed) {}
