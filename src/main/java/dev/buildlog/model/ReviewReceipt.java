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
 */
public record ReviewReceipt(String project, String review, String action, List<String> credited, List<String> hallucinated) {

    public ReviewReceipt {
        credited = List.copyOf(credited);
        hallucinated = List.copyOf(hallucinated);
    }
}
