package dev.buildlog.learn;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Standing;
import dev.buildlog.model.Stopped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets only one of two rules that say the opposite of each other go on: an agent that is told both follows neither. */
public class Reconciler {

    private static final int LAST = 3;
    private static final String REASON = "says the opposite of ";

    /** What a person let out, then by score, then by evidence; the id settles what is left. */
    private static final Comparator<Candidate> STRONGEST_FIRST = Comparator
            .<Candidate, Integer>comparing(candidate -> rank(candidate.standing()))
            .thenComparing(candidate -> candidate.confidence().score(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.rule().frequency(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.rule().latest(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.rule().id())
            .thenComparing(candidate -> candidate.rule().category());

    /**
     * The candidates without those that a stronger one contradicts; these wait among the stopped. What waits keeps nothing else
     * from going on, nor does what a person took out of the running. The order stays.
     */
    public Candidates reconcile(Candidates candidates) {
        Map<String, Candidate> going = new HashMap<>();
        Set<Candidate> waiting = new HashSet<>();
        List<Stopped> stopped = new ArrayList<>(candidates.stopped());
        candidates.rules().stream().filter(candidate -> rank(candidate.standing()) < LAST).sorted(STRONGEST_FIRST)
                .forEach(candidate -> {
            Optional<String> against = candidate.rule().contradicts().stream().filter(going::containsKey).findFirst();
            if (against.isPresent()) {
                waiting.add(candidate);
                stopped.add(new Stopped(candidate.rule(), reason(candidate, going.get(against.get()))));
            } else {
                going.put(candidate.rule().id(), candidate);
            }
        });
        List<Candidate> left = candidates.rules().stream().filter(candidate -> !waiting.contains(candidate)).toList();
        return new Candidates(candidates.request(), candidates.at(), left, stopped);
    }

    /** Whether the reason why a rule was stopped is that it says the opposite of another. */
    public static boolean isWhy(String reason) {
        return reason.startsWith(REASON);
    }

    private static int rank(Standing standing) {
        return switch (standing) {
            case PINNED -> 0;
            case PROMOTED -> 1;
            case OPEN -> 2;
            case REJECTED, RETIRED -> LAST;
        };
    }

    private static String reason(Candidate waits, Candidate goes) {
        return String.format(Locale.ROOT, REASON + "%s (%.2f against %.2f): %s", goes.rule().id(),
                waits.confidence().score(), goes.confidence().score(), goes.rule().text());
    }
}
