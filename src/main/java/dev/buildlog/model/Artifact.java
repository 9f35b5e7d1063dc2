package dev.buildlog.model;

/**
 * A JSON document for downstream systems.
 *
 * @param name file name; sortable, unique, and the same each time the same artifact is dropped
 * @param type artifact type, for instance {@code learned_rules}
 * @param project id of the project
 * @param json the document
 */
public record Artifact(String name, String type, String project, String json) {}
