package dev.buildlog.render;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of a policy fits into each of some files beside what else stands there, and what of that a rule takes. Estimated on the
 * safe side: what is within it is not left out when the files are rendered.
 *
 * @param tokens for all rules together, by the estimate of {@link Limits#tokens(String)}; 0 for no limit
 * @param rules how many there may be, from limits in lines; 0 for no limit
 */
public record Room(int tokens, int rules) {

    /** Files with less room than a rule or two take count as full: they do not keep rules out of all others. */
    private static final int FULL = 40;

    /** Up to so many headings are set aside for whoever is chosen; where there may be more, each rule brings its own. */
    private static final int FEW_HEADINGS = 12;

    private static final Room UNLIMITED = new Room(0, 0);

    /**
     * The least room of {@code targets} in the checkouts at {@code roots}, for whichever of {@code candidates} are chosen; where
     * there is no checkout, as if the files held nothing else.
     */
    public static Room of(List<Target> targets, List<Path> roots, List<Candidate> candidates) {
        Collection<Candidate> all = headings(candidates);
        // where there are many, each rule brings its own
        List<Candidate> headings = all.stream().limit(all.size() > FEW_HEADINGS ? 1 : FEW_HEADINGS).toList();
        return targets.stream()
                .flatMap(target -> roots.isEmpty()
                        ? Stream.of(of(target, frame(target, headings), 0, 0))
                        : roots.stream().map(root -> of(target, root, headings)))
                .filter(room -> room.tokens == 0 || room.tokens >= FULL)
                .reduce(UNLIMITED, (a, b) -> new Room(least(a.tokens, b.tokens), least(a.rules, b.rules)));
    }

    /** What each of {@code candidates} takes of the room of {@code targets}, in tokens. */
    public static Map<Candidate, Integer> costs(List<Target> targets, List<Candidate> candidates) {
        boolean headed = headings(candidates).size() > FEW_HEADINGS;
        Map<Candidate, Integer> costs = new LinkedHashMap<>();
        candidates.forEach(rule -> costs.put(rule, cost(rule, targets, headed)));
        return costs;
    }

    private static int cost(Candidate rule, List<Target> targets, boolean headed) {
        return targets.stream().mapToInt(target -> {
            String bullet = bullet(rule, target);
            return Limits.tokens(headed ? bullet + heading(rule, target) : bullet);
        }).max().orElse(0);
    }

    private static Room of(Target target, Path root, Collection<Candidate> headings) {
        String frame = frame(target, headings);
        byte[] beside = new byte[0];
        if (Files.isDirectory(root)) {
            try {
                // without limits: what is looked for is what stands around the bullets
                beside = new FileTarget(root, target.within(Limits.NONE)).look(new Policy("pol-0000000000",
                        new PublishRequest("", root.toString()), Instant.EPOCH, List.copyOf(headings), List.of())).after();
            } catch (BuildlogException e) {
                // rendering says what is wrong with the file
                return UNLIMITED;
            }
        }
        int bullets = headings.stream().mapToInt(rule -> bytes(bullet(rule, target))).sum();
        int lines = TextLine.split(new String(beside, StandardCharsets.UTF_8)).size() - headings.size();
        return of(target, frame, Math.max(0, beside.length - bullets), Math.max(0, lines));
    }

    /** @param bytes that stand beside the bullets in the whole file, with {@code lines} of them */
    private static Room of(Target target, String frame, int bytes, int lines) {
        Limits limits = target.limits();
        int tokens = limits.tokens() == 0 ? 0 : Math.max(1, limits.tokens() - Limits.tokens(frame) - 1);
        int whole = least(limits.bytes(), limits.characters());
        if (whole > 0) {
            tokens = least(tokens, Math.max(1, Limits.tokensIn(whole - bytes)));
        }
        return new Room(tokens, limits.lines() == 0 ? 0 : Math.max(1, limits.lines() - lines));
    }

    /** A rule for each heading that may come up. */
    private static Collection<Candidate> headings(List<Candidate> candidates) {
        record Heading(String category, Level level) {}

        Map<Heading, Candidate> headings = new LinkedHashMap<>();
        candidates.forEach(rule -> headings.putIfAbsent(new Heading(rule.rule().category(), rule.confidence().level()), rule));
        return headings.values();
    }

    private static String frame(Target target, Collection<Candidate> headings) {
        String body = Renderer.body(List.copyOf(headings), target);
        for (Candidate rule : headings) {
            body = body.replace(bullet(rule, target), "");
        }
        return body;
    }

    private static String heading(Candidate rule, Target target) {
        return "\n#### " + CategoryHeading.of(rule.rule().category()) + "\n\n"
                + (target.grouping() == Target.Grouping.CONFIDENCE ? "\n### Should consider\n" : "");
    }

    private static String bullet(Candidate rule, Target target) {
        return "- " + Renderer.text(rule, target) + "\n";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int least(int a, int b) {
        return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
    }
}
