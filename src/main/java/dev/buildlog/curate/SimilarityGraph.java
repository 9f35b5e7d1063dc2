package dev.buildlog.curate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.OptionalLong;

/**
 * The distinct texts of one category and which of them resemble each other, as {@link Grouping} sees them. Loads lazily: the
 * ledger answers each call from SQL.
 */
public interface SimilarityGraph {

    /** Where {@code node} stands among all texts. */
    Position position(long node);

    /** All present nodes whose similarity to {@code node} reaches the threshold, without {@code node} itself; symmetric. */
    Collection<Neighbour> neighbours(long node);

    /** Those of the {@link #neighbours} that are their own leaders as last recorded; most decisions need no others. */
    default Collection<Neighbour> leaders(long node) {
        return neighbours(node).stream().filter(n -> leader(n.node()).equals(OptionalLong.of(n.node()))).toList();
    }

    /** Those of the {@link #neighbours} that stand behind {@code node}: of a new text there are mostly none. */
    default Collection<Neighbour> later(long node) {
        return neighbours(node).stream().filter(n -> position(n.node()).compareTo(position(node)) > 0).toList();
    }

    /** The leader of {@code node} as last recorded; empty for a new node. */
    OptionalLong leader(long node);

    /** Whether {@code node} leads whatever it resembles: a person has taken it out of a rule. */
    default boolean standsAlone(long node) {
        return false;
    }

    /** @param similarity from the threshold to 1; the same number seen from either end */
    record Neighbour(long node, double similarity) {}

    /**
     * The first place where a text is written. A total order of distinct texts: entry date, path, line, text, category.
     *
     * @param line line in the entry, from 1
     * @param category tells texts apart that versions of one entry put into different categories; empty where there is but one
     */
    record Position(LocalDate date, String path, int line, String text, String category) implements Comparable<Position> {

        private static final Comparator<Position> ORDER = Comparator.comparing(Position::date)
                .thenComparing(Position::path)
                .thenComparingInt(Position::line)
                .thenComparing(Position::text)
                .thenComparing(Position::category);

        /** A position among texts of one category. */
        public Position(LocalDate date, String path, int line, String text) {
            this(date, path, line, text, "");
        }

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }
}
