package dev.buildlog.model;

import java.util.List;

/**
 * What became of a review.
 *
 * @param project id of the project
 * @param review id of the review
 * @param action what its sender does next
 * @param credited ids of the rules that it cites, sorted, each once
 * @param hallucinated ids that it cites and that no rule has, sorted, each once
 * @param run id of the run that it is an iteration of; empty for none
 * @param iteration number of the review within its run, from 1; 0 without a run
 * @param iterationsLeft how many more the run may have; 0 without a run
 */
public record ReviewReceipt(String project, String review, String action, List<String> credited, List<String> hallucinated,
        String run, int iteration, int iterationsLeft) {

    public ReviewReceipt {
        credited = List.copyOf(credited);
        hallucinated = List.copyOf(hallucinated);
    }

    /** The receipt of a review that belongs to no run. */
    public ReviewReceipt(String project, String review, String action, List<String> credited, List<String> hallucinated) {
        this(project, review, action, credited, hallucinated, "", 0, 0);
    }
}
