package dev.buildlog.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for fish, out of the commands themselves. */
final class FishCompletion {

    private static final String HEAD = """
            # Completions of buildlog for fish, made by `buildlog completion fish`.
            function __buildlog_words
                set -l words
                set -l value no
                for word in (commandline -opc)[2..-1]
                    if test $value = yes
                        set value no
                        continue
                    end
                    switch $word
                        case -C --directory -D --set
                            set value yes
                        case '-*'
                        case '*'
                            set -a words $word
                    end
                end
                string join ' ' -- $words
            end
            function __buildlog_at
                test (__buildlog_words | string collect --allow-empty) = "$argv"
            end
            function __buildlog_in
                string match -q -- "$argv *" (__buildlog_words)' '
            end
            """;

    private FishCompletion() {}

    static String script(CommandSpec root) {
        List<String> lines = new ArrayList<>();
        options(root, "", lines);
        commands(root, "", lines);
        return HEAD + lines.stream().map(line -> "complete -c buildlog " + line + "\n").collect(Collectors.joining());
    }

    private static void commands(CommandSpec command, String words, List<String> lines) {
        for (CommandLine sub : command.subcommands().values()) {
            CommandSpec spec = sub.getCommandSpec();
            if (spec.usageMessage().hidden()) {
                continue;
            }
            lines.add("-f -n " + quoted("__buildlog_at " + words) + " -a " + quoted(spec.name()) + " -d "
                    + quoted(summary(spec.usageMessage().description())));
            String path = words.isEmpty() ? spec.name() : words + " " + spec.name();
            options(spec, path, lines);
            commands(spec, path, lines);
        }
    }

    /** Options that all commands share are completed with the command above all. */
    private static void options(CommandSpec command, String words, List<String> lines) {
        for (OptionSpec option : command.options()) {
            if (option.hidden() || !words.isEmpty() && option.inherited()) {
                continue;
            }
            String names = Arrays.stream(option.names()).map(name -> name.startsWith("--") ? " -l " + name.substring(2)
                    : " -s " + name.substring(1)).collect(Collectors.joining());
            String values = option.completionCandidates() == null ? "" : StreamSupport.stream(
                    option.completionCandidates().spliterator(), false).collect(Collectors.joining(" "));
            lines.add((words.isEmpty() ? "" : "-n " + quoted("__buildlog_in " + words)) + names
                    + (option.arity().max() > 0 ? " -r" : "") + (values.isEmpty() ? "" : " -f -a " + quoted(values))
                    + " -d " + quoted(summary(option.description())));
        }
    }

    /** The first sentence, on one line. */
    private static String summary(String... description) {
        String text = String.join(" ", description).replace("%%", "%").replaceAll("\\s+", " ").strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String quoted(String text) {
        return "'" + text.strip().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
