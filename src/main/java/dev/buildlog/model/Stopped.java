package dev.buildlog.model;

/** A rule that the gate keeps from the agents, with the reason a person is shown. */
public record Stopped(Rule rule, String reason) {}
