package dev.buildlog.simulation;

import dev.buildlog.learn.Arm;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Draw;
import dev.buildlog.learn.Evidence;
import dev.buildlog.learn.HalfLife;
import dev.buildlog.learn.Pooling;
import dev.buildlog.learn.Prior;
import dev.buildlog.learn.Selection;
import dev.buildlog.learn.Selection.Considered;
import dev.buildlog.learn.Selection.Fate;
import dev.buildlog.learn.proof.Trial;
import dev.buildlog.learn.proof.Trial.Drawn;
import dev.buildlog.learn.proof.Trial.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** A project that works, is reviewed, rewards and draws, with the functions that the real one uses. */
public final class SimulatedLoop {

    static final double HOLD_OUT = 0.1;

    private final World world;
    private final UniformRandomProvider random;
    private final Map<String, Evidence> evidence = new TreeMap<>();
    private final List<Drawn> draws = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private int reviews;
    private int session;
    private int left;

    /** What happened in one piece of work. */
    public record Step(String selectionId, Selection selection, String session, boolean mistaken, Set<String> cited, double value) {}

    SimulatedLoop(World world, long seed) {
        this.world = world;
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** A project as {@link World#USUAL} has it. */
    public static SimulatedLoop usual(long seed) {
        return new SimulatedLoop(World.USUAL, seed);
    }

    /** One draw, the work under it, its review and its outcome. */
    public Step step() {
        Selection selection = new Draw(Draw.usual(world.rules()), HOLD_OUT).from(beliefs(), Set.of(), random.nextLong());
        Set<String> shown = new TreeSet<>(selection.shown());
        Set<String> withheld = selection.candidates().stream().filter(rule -> rule.fate() == Fate.WITHHELD).map(Considered::rule)
                .collect(Collectors.toSet());
        if (left-- == 0) {
            session++;
            left = random.nextInt(world.longest());
        }
        Set<String> cited = new HashSet<>();
        boolean mistaken;
        if (random.nextDouble() < world.applies()) {
            String rule = World.id(random.nextInt(world.useful()));
            boolean prevented = shown.contains(rule) && random.nextDouble() < world.prevents();
            mistaken = !prevented && random.nextDouble() < world.harm();
            if (shown.contains(rule) && random.nextDouble() < world.cites()) {
                cited.add(rule);
            }
        } else {
            mistaken = random.nextDouble() < world.background();
        }
        List<String> all = List.copyOf(shown);
        if (mistaken && !all.isEmpty() && random.nextDouble() < world.blames()) {
            cited.add(all.get(random.nextInt(all.size())));
        }
        all.stream().filter(rule -> random.nextDouble() < world.carpet()).forEach(cited::add);
        double value = world.outcome(mistaken, random);
        reviews++;
        cited.forEach(rule -> evidence.put(rule, evidence.getOrDefault(rule, Evidence.NONE).and(value, reviews, HalfLife.NEVER)));
        Step step = new Step("sel-" + reviews, selection, "ses-" + session, mistaken, cited, value);
        draws.add(new Drawn(step.selectionId, HOLD_OUT, shown, withheld));
        works.add(new Work(step.session, step.selectionId, step.mistaken));
        return step;
    }

    /** What is believed of every rule. */
    Map<String, Beta> beliefs() {
        Map<String, Beta> beliefs = new HashMap<>();
        for (int rule = 0; rule < world.rules(); rule++) {
            String id = World.id(rule);
            beliefs.put(id, evidence.getOrDefault(id, Evidence.NONE).posterior(Pooling.prior(Prior.learned(), Evidence.NONE)));
        }
        return beliefs;
    }

    /** Ids of the rules with the highest mean. */
    List<String> best(int number) {
        return beliefs().entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<String, Beta> rule) ->
                -rule.getValue().mean()).thenComparing(Map.Entry::getKey)).limit(number).map(Map.Entry::getKey).toList();
    }

    /** Whether the useful rules are all among the seven best. */
    boolean hasFoundThem() {
        List<String> best = best(world.useful() + 2);
        for (int rule = 0; rule < world.useful(); rule++) {
            if (!best.contains(World.id(rule))) {
                return false;
            }
        }
        return true;
    }

    /** The draws so far with the work under them. */
    public List<Trial> trials() {
        return Trial.of(draws, works);
    }

    /** Evidence by arm, as the fold of the same outcomes has it. */
    public Map<Arm, Evidence> evidence() {
        return evidence.entrySet().stream().collect(Collectors.toMap(one -> new Arm(one.getKey(), ContextKey.GENERAL),
                Map.Entry::getValue));
    }
}
