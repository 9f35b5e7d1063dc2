package dev.buildlog.learn.proof;

import dev.buildlog.learn.proof.Repeats.Told;
import dev.buildlog.learn.proof.Tally.Session;
import dev.buildlog.learn.proof.Trial.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What work was done under which draw, and whether there was a mistake in it. */
public final class Works {

    private static final Comparator<Reviewed> ORDER = Comparator.comparing(Reviewed::at).thenComparing(Reviewed::id);

    private Works() {}

    /**
     * A review.
     *
     * @param session empty for none
     * @param selection id of the draw whose rules the work was done with; empty if nobody knows, and then it does not count
     */
    public record Reviewed(String id, String session, String selection, Instant at) {}

    /**
     * Each review is a piece of work. A mistake that no review told of belongs to the work that its session had reviewed next, else
     * to what it had reviewed last; one of a session without reviews, or of none at all, is a piece of work by itself. A session
     * that had nothing reviewed and made no mistake is a piece of work too.
     *
     * @param inForce id of the draw that was in force at an instant; empty for none
     */
    public static List<Work> of(List<Reviewed> reviews, List<Told> mistakes, List<Session> sessions,
            Function<Instant, String> inForce) {
        Map<String, List<Reviewed>> bySession = reviews.stream().filter(review -> !review.session.isEmpty()).sorted(ORDER)
                .collect(Collectors.groupingBy(Reviewed::session));
        Set<String> mistaken = new HashSet<>();
        Map<String, Work> unreviewed = new HashMap<>();
        for (Told mistake : mistakes) {
            List<Reviewed> own = bySession.getOrDefault(mistake.session(), List.of());
            if (!mistake.review().isEmpty()) {
                mistaken.add(mistake.review());
            } else if (!own.isEmpty()) {
                mistaken.add(own.stream().filter(review -> !review.at.isBefore(mistake.at())).findFirst()
                        .orElse(own.get(own.size() - 1)).id);
            } else {
                String key = mistake.session().isEmpty() ? "\0" + mistake.id() : mistake.session();
                Instant begin = sessions.stream().filter(session -> session.id().equals(mistake.session()))
                        .map(Session::startedAt).filter(Objects::nonNull).findFirst().orElse(mistake.at());
                unreviewed.put(key, new Work(mistake.session(), inForce.apply(begin), true));
            }
        }
        for (Session session : sessions) {
            Instant begin = session.startedAt();
            if (begin != null && session.endedAt() != null && !bySession.containsKey(session.id())) {
                unreviewed.putIfAbsent(session.id(), new Work(session.id(), inForce.apply(begin), false));
            }
        }
        List<Work> works = new ArrayList<>(unreviewed.values());
        reviews.forEach(review -> works.add(new Work(review.session, review.selection, mistaken.contains(review.id))));
        return works.stream().filter(work -> !work.selection().isEmpty()).toList();
    }
}
