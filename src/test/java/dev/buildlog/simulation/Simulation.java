package dev.buildlog.simulation;

import dev.buildlog.learn.proof.Comparison;
import dev.buildlog.learn.proof.Comparison.Verdict;
import dev.buildlog.learn.proof.ShownWithheld;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs many simulated projects and prints what became of them:
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=dev.buildlog.simulation.Simulation
 * -Dexec.args="SEEDS REVIEWS"}.
 */
public final class Simulation {

    /** The posteriors are judged after so many reviews. */
    static final int JUDGED = 400;

    private static final int LOOK = 200;

    private Simulation() {}

    /**
     * What became of one project.
     *
     * @param found whether the useful rules were among the seven best posteriors after {@link #JUDGED} reviews
     * @param wrong rules of which the report ever said what is not so
     * @param looks number of reviews after which the report first named each useful rule; those it never named are left out
     * @param overall number of reviews after which it first said that the rules help all together; 0 if it never did
     */
    record Result(boolean found, Set<String> wrong, List<Integer> looks, int overall) {}

    /** @param reviews how many; the report is looked at after every 200 */
    static Result run(World world, int seed, int reviews) {
        SimulatedLoop project = new SimulatedLoop(world, seed);
        boolean found = false;
        Set<String> wrong = new TreeSet<>();
        int[] first = new int[world.useful()];
        int overall = 0;
        for (int review = 1; review <= reviews; review++) {
            project.step();
            if (review == JUDGED) {
                found = project.hasFoundThem();
            }
            if (review % LOOK == 0) {
                ShownWithheld.Report report = ShownWithheld.compare(project.trials(), ShownWithheld.ERROR);
                for (Comparison rule : report.rules()) {
                    int number = Integer.parseInt(rule.rule().substring(3));
                    boolean helps = number < world.useful() && world.prevents() > 0;
                    if (rule.verdict() != Verdict.UNKNOWN && (!helps || rule.verdict() == Verdict.HARMS)) {
                        wrong.add(rule.rule());
                    } else if (rule.verdict() == Verdict.HELPS && first[number] == 0) {
                        first[number] = review;
                    }
                }
                if (overall == 0 && report.overall().verdict() == Verdict.HELPS) {
                    overall = review;
                }
            }
        }
        return new Result(found, wrong, Arrays.stream(first).filter(n -> n > 0).boxed().toList(), overall);
    }

    static List<Result> run(World world, int seeds, int reviews, int from) {
        return IntStream.range(from, from + seeds).parallel().mapToObj(seed -> run(world, seed, reviews)).toList();
    }

    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        int reviews = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4_000;
        List<Result> results = run(World.USUAL, seeds, reviews, 1);
        print("five of forty rules help", results, seeds, reviews);
        print("no rule helps", run(World.USELESS, seeds, reviews, 1), seeds, reviews);
    }

    private static void print(String world, List<Result> results, int seeds, int reviews) {
        int[] looks = results.stream().flatMap(result -> result.looks.stream()).mapToInt(Integer::intValue).sorted().toArray();
        System.out.println(String.format(Locale.ROOT, "%s, %d seeds, %d reviews: among the seven best after %d: %d seeds; report ever"
                + " wrong: %d seeds; found %d of %d useful rules, half of them by review %s, nine in ten by %s; overall by %s", world,
                seeds, reviews, JUDGED, results.stream().filter(Result::found).count(),
                results.stream().filter(result -> !result.wrong.isEmpty()).count(), looks.length, 5 * seeds,
                at(looks, 5 * seeds / 2), at(looks, 5 * seeds * 9 / 10),
                results.stream().map(Result::overall).sorted().map(String::valueOf).collect(Collectors.joining(" "))));
    }

    private static String at(int[] sorted, int place) {
        return place < sorted.length ? String.valueOf(sorted[place]) : "-";
    }
}
