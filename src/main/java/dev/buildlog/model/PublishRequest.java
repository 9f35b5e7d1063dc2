package dev.buildlog.model;

/**
 * The message of {@code direct:publish}: bring the agents' files of one checkout up to date.
 *
 * @param project id of the project
 * @param root absolute path of the checkout whose files are written; empty where there is none (a submission)
 */
public record PublishRequest(String project, String root) {}
