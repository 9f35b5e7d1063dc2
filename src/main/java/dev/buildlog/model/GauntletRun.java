package dev.buildlog.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to review something: the message of {@code direct:gauntlet-run}.
 *
 * @param id unique; a second run of the same id is the first one delivered again
 * @param project id of the project
 * @param root absolute path of the checkout whose seed files count; empty for those of all checkouts that the ledger knows
 * @param target what is to be reviewed: a path, a git range, or words
 * @param tree hash of the git tree that is to be reviewed; empty if nobody says
 * @param personas names of the personas that review; empty for all
 * @param selectK how many rules of each persona are drawn; 0 for all
 * @param maxIterations how many reviews the run may have, 1 or more
 * @param stopAt {@code criticals}, {@code majors} or {@code minors}: the least that keeps the run from being clean
 * @param policy id of the policy that the work was done under; empty if nobody says
 * @param context what the work is about; null for nothing in particular
 * @param session of the agent that did the work; empty for none
 * @param at when it was asked for
 */
public record GauntletRun(String id, String project, String root, String target, String tree, List<String> personas,
        int selectK, int maxIterations, String stopAt, String policy, @Nullable String context, String session, Instant at) {

    /** Rules of each persona, where nobody says otherwise. */
    public static final int USUAL_K = 10;

    /** Reviews of a run, where nobody says otherwise. */
    public static final int USUAL_ITERATIONS = 10;

    /** Where a run stops if nobody says otherwise: not before the minors are gone. */
    public static final String USUAL_STOP = "minors";

    public GauntletRun {
        personas = List.copyOf(personas);
    }

    public GauntletRun withTarget(String newTarget) {
        return new GauntletRun(id, project, root, newTarget, tree, personas, selectK, maxIterations, stopAt, policy, context,
                session, at);
    }
}
