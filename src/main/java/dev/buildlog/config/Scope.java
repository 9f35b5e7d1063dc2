package dev.buildlog.config;

/** Where a setting may stand. */
public enum Scope {
    /** In {@code config.yaml} of the home: the choice of the person or team that runs buildlog. */
    HOME,
    /** In {@code .buildlog/config.yaml} of a project: committed, so written by whoever wrote the repository. */
    PROJECT
}
