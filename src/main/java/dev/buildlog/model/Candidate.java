package dev.buildlog.model;

/** A rule on its way to the agents, with the confidence in it at the instant of the publication. */
public record Candidate(Rule rule, Confidence confidence) {}
