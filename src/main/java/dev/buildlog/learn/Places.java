package dev.buildlog.learn;

import java.util.Arrays;
import java.util.List;

/**
 * How much there is to win in a draw.
 *
 * @param count number of rules
 * @param tokens what they may cost together
 */
record Places(int count, long tokens) {

    /** As many tokens as nothing costs. */
    static final long UNLIMITED = Long.MAX_VALUE;

    /** What is left when these are served. */
    Places without(List<Contender> served) {
        long cost = served.stream().mapToLong(Contender::cost).sum();
        return new Places(Math.max(0, count - served.size()), tokens == UNLIMITED ? tokens : Math.max(0, tokens - cost));
    }

    /** Whether the tokens suffice for whoever is drawn, even if that is whoever costs most. */
    boolean neverRunOut(List<Contender> contenders) {
        int[] costs = contenders.stream().mapToInt(Contender::cost).sorted().toArray();
        return Arrays.stream(costs, Math.max(0, costs.length - count), costs.length).asLongStream().sum() <= tokens;
    }
}
