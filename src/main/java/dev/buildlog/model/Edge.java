package dev.buildlog.model;

/**
 * What one node of an artifact is to another.
 *
 * @param source name of the node it leaves, as {@code reward:rew-1}
 * @param target name of the node it leads to
 * @param relation what the source is to the target, as {@code supports}
 * @param confidence 0 to 1
 * @param properties more about it, a JSON object
 */
public record Edge(String source, String target, String relation, double confidence, String properties) {}
