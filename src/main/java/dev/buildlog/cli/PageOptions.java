package dev.buildlog.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of a long answer is printed. */
final class PageOptions {

    @Option(names = "--limit", paramLabel = "N", converter = Count.class, description = "How many at most; 0 for all.")
    private @Nullable Integer limit;

    @Option(names = "--offset", paramLabel = "N", converter = Count.class, description = "How many to pass over first.")
    private int offset;

    /** A whole number from 0 up. */
    static final class Count implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            try {
                int count = Integer.parseInt(value);
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // told below, as a negative number is
            }
            throw new TypeConversionException("'" + value + "' is no whole number from 0 up");
        }
    }

    /** The part of {@code all} that is asked for; all of it unless something else is. */
    <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return !isPart(all.size()) ? all : all.subList(from, (int) Math.min(all.size(), end()));
    }

    /** Whether less than everything is asked for. */
    boolean isPart(int total) {
        return offset > 0 && total > 0 || next(total) != null;
    }

    /** Offset of the part behind the one asked for; null where that is the last. */
    @Nullable Integer next(int total) {
        return end() < total ? (int) end() : null;
    }

    /** At most how many, for a person who has not said so. */
    int limitOr(int usual) {
        return limit == null ? usual : limit == 0 ? Integer.MAX_VALUE : limit;
    }

    private long end() {
        return limit == null || limit == 0 ? Long.MAX_VALUE : (long) offset + limit;
    }
}
