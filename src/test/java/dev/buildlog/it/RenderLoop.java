package dev.buildlog.it;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import dev.buildlog.render.FileTarget;
import dev.buildlog.render.Targets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A process that renders changing policies into the same few files until its time is over. */
final class RenderLoop {

    static final List<String> TARGETS = List.of("agents_md", "settings_json", "cursor");

    private RenderLoop() {}

    /** Root of the checkout, folder of the targets, a number of its own, and how many seconds it works. */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]);
        Targets targets = Targets.load(Path.of(arguments[1]));
        long end = System.nanoTime() + Long.parseLong(arguments[3]) * 1_000_000_000L;
        for (int round = 0; round == 0 || System.nanoTime() < end; round++) {
            for (String target : TARGETS) {
                new FileTarget(root, targets.get(target)).render(policy(root, arguments[2] + "-" + round, (round + 1) % 40), false);
                if (round == 0) {
                    System.out.println("rendered " + target);
                }
            }
        }
    }

    private static Policy policy(Path root, String name, int size) {
        List<Candidate> rules = IntStream.range(0, size).mapToObj(i -> rule(name, i)).toList();
        return new Policy("pol-" + name, new PublishRequest("p", root.toString()), Instant.EPOCH, rules, List.of());
    }

    private static Candidate rule(String name, int number) {
        LocalDate day = LocalDate.parse("2026-01-10");
        return new Candidate(new Rule("wf-" + name + "-" + number, "p", "workflow", "Count shelf " + number + " of " + name, 1,
                day, day, List.of(), List.of()), new Confidence(Level.LOW, 0.5, "provisional"));
    }
}
