package dev.buildlog.model;

import java.util.List;

/**
 * What became of a reward.
 *
 * @param project id of the project
 * @param reward id of the reward
 * @param value 0 to 1
 * @param review id of the review it was taken to mean; empty for none
 * @param rules ids of the rules it rewards, sorted
 */
public record RewardReceipt(String project, String reward, double value, String review, List<String> rules) {

    public RewardReceipt {
        rules = List.copyOf(rules);
    }
}
