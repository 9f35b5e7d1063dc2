package dev.buildlog.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands with what is said of them, for pages that are made from it. */
public final class CommandReference {

    private static final String EXAMPLE = "Example: ";

    private CommandReference() {}

    /**
     * A command.
     *
     * @param name with {@code buildlog} in front
     * @param does what it does, in sentences
     * @param examples lines to type
     * @param otherNames by which it may be called too, without {@code buildlog}
     * @param json shape of what {@code --json} prints; empty without that option
     * @param exit when it ends with another code than 0 though nothing went wrong; empty for never
     * @param group whether it only holds others
     */
    public record Entry(String name, String does, List<String> examples, List<String> otherNames, String json, String exit,
            boolean group, CommandSpec spec) {}

    /** All commands that are shown, each before those it holds. */
    public static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        collect(Commands.all(), entries);
        return entries;
    }

    private static void collect(CommandLine line, List<Entry> entries) {
        CommandSpec spec = line.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        entries.add(entry(spec));
        line.getSubcommands().values().stream().distinct().forEach(sub -> collect(sub, entries));
    }

    private static Entry entry(CommandSpec spec) {
        List<String> said = Arrays.stream(spec.usageMessage().description()).map(CommandReference::plain).toList();
        List<String> examples = new ArrayList<>(said.stream().filter(line -> line.startsWith(EXAMPLE)).toList());
        examples.addAll(Arrays.stream(spec.usageMessage().footer()).map(CommandReference::plain)
                .filter(line -> line.startsWith(EXAMPLE)).toList());
        String words = spec.qualifiedName().substring(spec.root().name().length()).strip();
        return new Entry(spec.qualifiedName(), said.stream().filter(line -> !line.startsWith(EXAMPLE))
                .collect(Collectors.joining(" ")), examples.stream().map(line -> line.substring(EXAMPLE.length())).toList(),
                OldNames.WORDS.entrySet().stream().filter(old -> String.join(" ", old.getValue()).equals(words))
                        .map(Map.Entry::getKey).toList(),
                Optional.ofNullable(spec.findOption("--json")).map(CommandReference::shape).orElse(""), exit(spec),
                !spec.subcommands().isEmpty(), spec);
    }

    private static String shape(OptionSpec json) {
        return plain(String.join(" ", json.description()));
    }

    private static String exit(CommandSpec spec) {
        try {
            return spec.resourceBundle().getString(spec.qualifiedName(".") + ".exit");
        } catch (MissingResourceException e) {
            return "";
        }
    }

    private static String plain(String text) {
        return text.replace("%%", "%").replaceAll("\\s+", " ").strip();
    }

    /** The table of docs/cli.md. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("\n| Command | Does | Also called | `--json` | Exit code besides 0 |\n"
                + "|---|---|---|---|---|\n");
        for (Entry entry : entries()) {
            if (!entry.group() || entry.spec().userObject() instanceof Verb) {
                table.append("| `").append(entry.name()).append("` | ").append(cell(entry.does())).append(" | ")
                        .append(entry.otherNames().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")))
                        .append(" | ").append(cell(entry.json())).append(" | ").append(cell(entry.exit())).append(" |\n");
            }
        }
        return table.append('\n').toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
