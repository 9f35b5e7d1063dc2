package dev.buildlog.learn.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A draw and how the work went under it.
 *
 * @param holdOut probability with which the coin withheld each rule that was drawn
 * @param shown rules that were drawn and shown; not those that were pinned
 * @param withheld rules that were drawn and withheld by the coin
 * @param sessions how many sessions worked under it
 * @param mistakes mean over these sessions of the part of their work with a mistake in it, 0 to 1
 */
public record Trial(double holdOut, Set<String> shown, Set<String> withheld, int sessions, double mistakes) {

    public Trial {
        shown = Set.copyOf(shown);
        withheld = Set.copyOf(withheld);
    }

    /**
     * A draw before anything is known of the work under it.
     *
     * @param id of the selection
     */
    public record Drawn(String id, double holdOut, Set<String> shown, Set<String> withheld) {}

    /**
     * A piece of work: what one review saw, or what a session did without being reviewed.
     *
     * @param session what it belongs to; empty for none, and then it is a session of its own
     * @param selection id of the draw whose rules it was done with
     * @param mistaken whether there was a mistake in it
     */
    public record Work(String session, String selection, boolean mistaken) {}

    /** The draws, in their order, under which there was any work. Those without a coin say nothing and are left out. */
    public static List<Trial> of(List<Drawn> draws, List<Work> works) {
        Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();
        int alone = 0;
        for (Work work : works) {
            String session = work.session.isEmpty() ? "\0" + alone++ : work.session;
            int[] count = counts.computeIfAbsent(work.selection, id -> new LinkedHashMap<>())
                    .computeIfAbsent(session, id -> new int[2]);
            count[0] += work.mistaken ? 1 : 0;
            count[1]++;
        }
        List<Trial> trials = new ArrayList<>();
        for (Drawn drawn : draws) {
            Map<String, int[]> sessions = counts.getOrDefault(drawn.id, Map.of());
            if (!sessions.isEmpty() && drawn.holdOut > 0 && drawn.holdOut < 1) {
                double rate = sessions.values().stream().mapToDouble(count -> (double) count[0] / count[1]).average().orElse(0);
                trials.add(new Trial(drawn.holdOut, drawn.shown, drawn.withheld, sessions.size(), rate));
            }
        }
        return trials;
    }
}
