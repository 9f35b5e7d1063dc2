package dev.buildlog.render;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one descriptor and reports all that is wrong with it at once. */
final class TargetReader {

    private static final List<String> REQUIRED =
            List.of("id", "title", "path", "heading", "ownership", "facts.date", "facts.source");
    private static final List<String> LISTS = List.of("reads", "formerly");
    private static final List<String> KNOWN = List.of("id", "formerly", "title", "path", "scope", "frontMatter", "heading",
            "wording", "grouping", "ownership", "limits.bytes", "limits.characters", "limits.lines", "limits.tokens", "reads",
            "facts.date", "facts.source");

    private final Path file;
    private final Descriptor descriptor;

    private TargetReader(Path file, Descriptor descriptor) {
        this.file = file;
        this.descriptor = descriptor;
    }

    /** @throws BuildlogException of kind {@code BAD_CONFIGURATION} with one line for each problem */
    static Target read(Path file) {
        return new TargetReader(file, Descriptor.in(file)).read();
    }

    /** @throws BuildlogException of kind {@code BAD_CONFIGURATION} with one line for each problem */
    static Target read(Path file, String text) {
        return new TargetReader(file, new Descriptor(file, text)).read();
    }

    private Target read() {
        checkKeys();
        checkId();
        checkPath();
        String frontMatter = frontMatter();
        Target.Scope scope = choice("scope", Target.Scope.ALWAYS);
        Target.Ownership ownership = choice("ownership", Target.Ownership.MANAGED_BLOCK);
        if (ownership != Target.Ownership.WHOLE_FILE && !frontMatter.isEmpty()) {
            descriptor.problem("frontMatter", "front matter stands at the top of a file, so only a file that is buildlog's"
                    + " alone may have it (ownership: whole-file)");
        }
        Target target = new Target(text("id"), descriptor.list("formerly"), text("title"), text("path"), scope, frontMatter,
                text("heading").strip(), choice("wording", Target.Wording.AS_WRITTEN),
                choice("grouping", Target.Grouping.CATEGORY), ownership, limits(), descriptor.list("reads"),
                new Target.Facts(date(), text("facts.source")));
        descriptor.stopOnProblems();
        return target;
    }

    private void checkKeys() {
        for (String key : descriptor.keys()) {
            if (!KNOWN.contains(key)) {
                descriptor.problem(key, "unknown key '" + key + "'" + Suggestion.hint(key, KNOWN, "") + "; known keys: "
                        + String.join(", ", KNOWN));
            } else if (descriptor.isList(key) && !LISTS.contains(key)) {
                descriptor.problem(key, "a list where one value belongs");
            } else if (!descriptor.isList(key) && LISTS.contains(key)) {
                descriptor.problem(key, "'" + key + "' is a list: " + key + ": [agents_md]");
            }
        }
        for (String key : REQUIRED) {
            if (text(key).isBlank()) {
                descriptor.problem(key, "key '" + key + "' is missing or empty");
            }
        }
        if (text("heading").lines().count() > 1) {
            descriptor.problem("heading", "the heading must be one line");
        }
    }

    private void checkId() {
        String expected = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!text("id").isBlank() && !text("id").equals(expected)) {
            descriptor.problem("id", "id '" + text("id") + "' must be the file's name without .yaml, '" + expected + "'");
        }
    }

    private void checkPath() {
        String path = text("path");
        boolean odd = path.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ') || path.startsWith("~");
        List<String> elements = List.of(path.split("/", -1));
        boolean leaves = elements.contains("") || elements.contains(".") || elements.contains("..");
        if (!path.isBlank() && (odd || leaves || elements.stream().anyMatch(".git"::equalsIgnoreCase))) {
            descriptor.problem("path", "path '" + path + "' must lie in the repository, outside .git: a relative path with"
                    + " forward slashes and without '.' or '..'");
        }
    }

    /** The lines as they stand, after making sure that an agent can read them. */
    private String frontMatter() {
        String lines = text("frontMatter").strip();
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.lines().anyMatch(line -> line.startsWith("---"))) {
            descriptor.problem("frontMatter", "leave out the '---' lines; they are put around the front matter");
            return "";
        }
        try {
            if (!(new Yaml(new SafeConstructor(new LoaderOptions())).load(lines) instanceof Map<?, ?> map)) {
                descriptor.problem("frontMatter", "front matter must be 'key: value' lines");
            } else if (text("path").endsWith("/SKILL.md")) {
                SkillHeader.problems(text("path"), map).forEach(problem -> descriptor.problem("frontMatter", problem));
            }
        } catch (YAMLException e) {
            descriptor.problem("frontMatter", "front matter is not valid YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
        return lines;
    }

    private <E extends Enum<E>> E choice(String key, E otherwise) {
        List<E> all = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        List<String> names = all.stream().map(Target::spelled).toList();
        String text = text(key);
        if (!text.isBlank() && !names.contains(text)) {
            descriptor.problem(key, "unknown " + key + " '" + text + "'" + Suggestion.hint(text, names, "") + "; one of "
                    + String.join(", ", names));
        }
        return names.contains(text) ? all.get(names.indexOf(text)) : otherwise;
    }

    private Limits limits() {
        return new Limits(number("limits.bytes"), number("limits.characters"), number("limits.lines"),
                number("limits.tokens"));
    }

    private int number(String key) {
        if (text(key).isBlank()) {
            return 0;
        }
        try {
            int number = Integer.parseInt(text(key));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the file and line
        }
        descriptor.problem(key, key + " must be a whole number above 0, not '" + text(key) + "'");
        return 0;
    }

    private LocalDate date() {
        try {
            return text("facts.date").isBlank() ? LocalDate.EPOCH : LocalDate.parse(text("facts.date"));
        } catch (DateTimeParseException e) {
            descriptor.problem("facts.date", "'" + text("facts.date") + "' is not a date such as 2026-01-31");
            return LocalDate.EPOCH;
        }
    }

    private String text(String key) {
        return descriptor.text(key);
    }
}
