package dev.buildlog.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer found in some work: the message of {@code direct:review}.
 *
 * @param id unique; a second review of the same id is the first one delivered again
 * @param project id of the project
 * @param policy id of the policy the reviewed work was done under; empty if nobody says
 * @param context what the work was about; null for nothing in particular
 * @param session of the agent that did the work; empty for none
 * @param commit hash of what was reviewed; empty if nobody says
 * @param source who reports; may be empty
 * @param run id of the run that it is an iteration of; empty for none
 * @param tree hash of the git tree that was reviewed; empty if nobody says
 * @param findings in the order of the report
 * @param at when it was made
 * @param origin by which way it came, of {@link Origin}; empty if nobody says
 */
public record Review(String id, String project, String policy, @Nullable String context, String session, String commit,
        String source, String run, String tree, List<Finding> findings, Instant at, String origin) {

    public Review {
        findings = List.copyOf(findings);
        // messages of earlier versions have none of these
        origin = Objects.requireNonNullElse(origin, "");
        run = Objects.requireNonNullElse(run, "");
        tree = Objects.requireNonNullElse(tree, "");
    }

    /** A review that belongs to no run. */
    public Review(String id, String project, String policy, @Nullable String context, String session, String commit,
            String source, List<Finding> findings, Instant at) {
        this(id, project, policy, context, session, commit, source, "", "", findings, at, "");
    }

    public Review withFindings(List<Finding> newFindings) {
        return new Review(id, project, policy, context, session, commit, source, run, tree, newFindings, at, origin);
    }
}
