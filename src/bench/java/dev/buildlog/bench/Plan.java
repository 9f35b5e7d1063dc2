package dev.buildlog.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to measure, from {@code -Dbench.args="startup sync --sizes=100,1000,10000 --edits=200 --runs=7 --idle=60"}.
 *
 * @param parts the parts named; all where none is
 * @param small number of entries of the small journal
 * @param medium of the medium one
 * @param large of the large one
 * @param edits how many saved entries are timed in the service
 * @param runs how many starts are timed; of syncs, about half as many
 * @param idleSeconds how long the idle service is watched; at 60, one sweep falls into it
 */
record Plan(Set<Part> parts, int small, int medium, int large, int edits, int runs, int idleSeconds) {

    static final Plan DEFAULT = new Plan(EnumSet.allOf(Part.class), 100, 1_000, 10_000, 200, 7, 60);

    /** @throws IllegalArgumentException with what is wrong, for a person */
    static Plan parse(String arguments) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        List<Integer> sizes = new ArrayList<>(List.of(DEFAULT.small, DEFAULT.medium, DEFAULT.large));
        int edits = DEFAULT.edits;
        int runs = DEFAULT.runs;
        int idle = DEFAULT.idleSeconds;
        for (String word : arguments.isBlank() ? new String[0] : arguments.strip().split("\\s+")) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.replaceFirst("=.*", "")) {
                case "--sizes" -> sizes = Arrays.stream(value.split(",")).map(Plan::number).toList();
                case "--edits" -> edits = number(value);
                case "--runs" -> runs = number(value);
                case "--idle" -> idle = number(value);
                default -> parts.add(part(word));
            }
        }
        if (sizes.size() != 3) {
            throw new IllegalArgumentException("--sizes takes three numbers, small,medium,large");
        }
        return new Plan(parts.isEmpty() ? DEFAULT.parts : parts, sizes.get(0), sizes.get(1), sizes.get(2), edits, runs,
                idle);
    }

    /** Whether the figures can stand beside the aims. */
    boolean isComplete() {
        return equals(DEFAULT);
    }

    int syncRuns() {
        return Math.max(1, runs / 2);
    }

    private static Part part(String word) {
        return Arrays.stream(Part.values()).filter(part -> part.key().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bench.args: '" + word + "' is neither a part"
                        + " (startup, sync, latency, rewards, exchange, jmh) nor --sizes=A,B,C, --edits=N, --runs=N or --idle=SECONDS"));
    }

    private static int number(String value) {
        try {
            return Math.max(1, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("bench.args: '" + value + "' is not a number", e);
        }
    }
}
