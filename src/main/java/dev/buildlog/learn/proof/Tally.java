package dev.buildlog.learn.proof;

import dev.buildlog.learn.proof.Repeats.Match;
import dev.buildlog.learn.proof.Repeats.Told;
import dev.buildlog.learn.statistics.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes of a project, counted. The parts add up: each mistake belongs to one session or to none, and to one class.
 *
 * @param all of the project
 * @param sessions every session that began, in that order, then those that mistakes name but nobody began, by id
 * @param none what belongs to no session
 * @param classes by class
 * @param repeats the mistakes that repeat another, by id
 */
public record Tally(Rate all, List<SessionRate> sessions, Rate none, SortedMap<String, Rate> classes,
        Map<String, Match> repeats) {

    /** Probability with which intervals of rates are meant to hold the true rate. */
    public static final double LEVEL = 0.95;

    /** A session that is under way for longer than this was left behind rather than ended. */
    public static final Duration STALE = Duration.ofHours(24);

    /**
     * A stretch of work.
     *
     * @param context what it was about; empty where nobody began it
     * @param startedAt null where nobody began it
     * @param endedAt null if it is under way
     * @param lines lines that its commits changed; null where git does not know
     */
    public record Session(String id, String agent, String worktree, String context, @Nullable Instant startedAt,
            @Nullable Instant endedAt, int rulesAtStart, int rulesAtEnd, @Nullable Integer lines) {

        /** Whether it is under way, and that for too long. */
        public boolean isStale(Instant now) {
            return startedAt != null && endedAt == null && startedAt.plus(STALE).isBefore(now);
        }
    }

    /**
     * How many mistakes there were, and how many of them had been made before.
     *
     * @param lines changed lines of the sessions of which git knows them; null if of none
     * @param mistakesInLines mistakes in these sessions
     */
    public record Rate(int mistakes, int repeated, @Nullable Integer lines, int mistakesInLines) {

        /** Repeated Mistake Rate: the part of the mistakes that had been made before; 0 without mistakes. */
        public double repeatedRate() {
            return mistakes == 0 ? 0 : (double) repeated / mistakes;
        }

        /** Where that rate lies, were mistakes independent of each other; within a session they hardly are. */
        public Interval interval() {
            return Interval.ofRate(repeated, mistakes, LEVEL);
        }

        /** Mistakes per 1,000 changed lines; null where git does not know these, or none changed. */
        public @Nullable Double perThousandLines() {
            return lines == null || lines == 0 ? null : 1_000.0 * mistakesInLines / lines;
        }
    }

    /** A session and its mistakes. */
    public record SessionRate(Session session, Rate rate) {}

    /** Counts the mistakes of a project. */
    public static Tally of(List<Session> began, List<Told> mistakes, Repeats matcher) {
        Map<String, Match> repeats = matcher.among(mistakes);
        Map<String, List<Told>> bySession = mistakes.stream().collect(Collectors.groupingBy(Told::session, TreeMap::new,
                Collectors.toList()));
        Function<List<Told>, Integer> repeated = told -> (int) told.stream().filter(one -> repeats.containsKey(one.id())).count();
        List<SessionRate> sessions = new ArrayList<>();
        int lines = 0;
        int inLines = 0;
        boolean known = false;
        for (Session session : began) {
            List<Told> own = bySession.containsKey(session.id) ? bySession.remove(session.id) : List.of();
            sessions.add(new SessionRate(session, new Rate(own.size(), repeated.apply(own), session.lines,
                    session.lines == null ? 0 : own.size())));
            if (session.lines != null) {
                known = true;
                lines += session.lines;
                inLines += own.size();
            }
        }
        List<Told> alone = bySession.containsKey("") ? bySession.remove("") : List.of();
        bySession.forEach((id, own) -> sessions.add(new SessionRate(new Session(id, "", "", "", null, null, 0, 0, null),
                new Rate(own.size(), repeated.apply(own), null, 0))));
        SortedMap<String, Rate> classes = new TreeMap<>();
        mistakes.stream().collect(Collectors.groupingBy(Told::kind)).forEach((kind, own) -> classes.put(kind,
                new Rate(own.size(), repeated.apply(own), null, 0)));
        return new Tally(new Rate(mistakes.size(), repeated.apply(mistakes), known ? lines : null, inLines), List.copyOf(sessions),
                new Rate(alone.size(), repeated.apply(alone), null, 0), classes, repeats);
    }
}
