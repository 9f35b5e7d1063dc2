package dev.buildlog.seed;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Who drops seed files, and how large they may be: {@code interop.yaml} in the home.
 *
 * @param maxFileBytes size up to which a file is taken
 * @param maxRules number of rules up to which a file is taken
 * @param maxRuleLength length up to which the text of a rule is taken, in characters
 */
public record Interop(List<Producer> sources, int maxFileBytes, int maxRules, int maxRuleLength) {

    /** Name of the file. */
    public static final String FILE = "interop.yaml";

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_RULES = 500;

    /**
     * One who drops seed files.
     *
     * @param pending where they are dropped
     * @param processed where they go that were taken
     * @param failed where they go that were not, each with a file {@code NAME.error} that says why
     * @param signalLog log that is told of each; null for none
     */
    public record Producer(String name, Path pending, Path processed, Path failed,
            @Nullable Path signalLog) {}

    public Interop {
        sources = List.copyOf(sources);
    }

    /**
     * As the file says; where there is none, the one producer that the Python tool knew.
     *
     * @param person home directory of the person, for {@code ~}
     * @throws BuildlogException (bad configuration) with file and line of all that is wrong
     */
    public static Interop read(Path file, Path person) {
        String text = Confined.text(file).orElse(null);
        if (text == null) {
            Path qortex = person.resolve(".qortex");
            Path seeds = qortex.resolve("seeds");
            return new Interop(List.of(new Producer("qortex", seeds.resolve("pending"), seeds.resolve("processed"),
                    seeds.resolve("failed"), qortex.resolve("signals/projections.jsonl"))), MAX_BYTES, MAX_RULES,
                    SeedReader.LONGEST);
        }
        List<Problem> problems = new ArrayList<>();
        List<Producer> sources = new ArrayList<>();
        Node document = YamlText.read(file.toString(), text, problems);
        YamlMap top = document == null ? null : YamlMap.of(file.toString(), document, FILE, problems);
        Interop interop = null;
        if (top != null) {
            for (Node item : top.items("sources")) {
                YamlMap source = YamlMap.of(file.toString(), item, "a source", problems);
                if (source != null) {
                    String log = source.text("signal_log", "");
                    sources.add(new Producer(source.required("name", "say who drops seeds"),
                            path(source, "pending_dir", person), path(source, "processed_dir", person),
                            path(source, "failed_dir", person), log.isEmpty() ? null : expanded(log, person)));
                }
            }
            interop = new Interop(sources, limit(top, "max_file_size", MAX_BYTES), limit(top, "max_rules_per_file", MAX_RULES),
                    limit(top, "max_rule_text_length", SeedReader.LONGEST));
        }
        if (interop == null || !problems.isEmpty()) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null);
        }
        return interop;
    }

    /** Home directory of the person who runs this process. */
    public static Path person() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }

    private static Path path(YamlMap source, String key, Path person) {
        return expanded(source.required(key, "say which folder"), person);
    }

    private static Path expanded(String path, Path person) {
        return path.startsWith("~/") ? person.resolve(path.substring(2)) : person.resolve(path);
    }

    private static int limit(YamlMap top, String key, int standard) {
        int given = top.number(key, standard);
        if (given < 1) {
            top.problem(key, key + " must be at least 1");
        }
        return given;
    }
}
