package dev.buildlog.model;

/**
 * The message of {@code direct:publish}: bring the agents' files of one checkout up to date.
 *
 * @param project id of the project
 * @param root absolute path of the checkout whose files are written; empty where there is none (a submission)
 * @param draw whether the rules are to be drawn anew; else the policy in force is brought up to date
 */
public record PublishRequest(String project, String root, boolean draw) {

    /** A request without a draw. */
    public PublishRequest(String project, String root) {
        this(project, root, false);
    }

    /** One request for this and a later one of the same project: where either draws, so does it. */
    public PublishRequest and(PublishRequest later) {
        return new PublishRequest(later.project, later.root, draw || later.draw);
    }
}
