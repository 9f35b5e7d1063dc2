package dev.buildlog.cli;

import dev.buildlog.cli.CommandReference.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Manual pages out of the commands themselves: one for each, and one that lists them. The build writes them. */
public final class ManPages {

    private ManPages() {}

    /** @param arguments the folder to write to */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (var page : pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    /** The pages by the names of their files. */
    static TreeMap<String, String> pages() {
        List<Entry> entries = CommandReference.entries();
        TreeMap<String, String> pages = new TreeMap<>();
        entries.forEach(entry -> pages.put(entry.name().replace(' ', '-') + ".1", page(entry, entries)));
        return pages;
    }

    private static String page(Entry entry, List<Entry> all) {
        String name = entry.name().replace(' ', '-');
        StringBuilder page = new StringBuilder(".TH \"" + name.toUpperCase(Locale.ROOT) + "\" \"1\" \"\" \"buildlog\" \"\"\n");
        page.append(".SH NAME\n").append(text(name)).append(" \\- ").append(text(first(entry.does()))).append('\n');
        page.append(".SH SYNOPSIS\n.B ").append(text(entry.name())).append('\n').append(text(synopsis(entry))).append('\n');
        page.append(".SH DESCRIPTION\n").append(text(entry.does())).append('\n');
        if (!entry.exit().isEmpty()) {
            page.append(".SH EXIT STATUS\n").append(text("0, else " + entry.exit() + "; 1 for a failure, 2 for a wrong call, 78"
                    + " for bad configuration.")).append('\n');
        }
        page.append(".SH OPTIONS\n");
        entry.spec().positionalParameters().stream().filter(one -> !one.hidden()).forEach(one -> page.append(
                item(one.paramLabel(), one.description())));
        entry.spec().options().stream().filter(option -> !option.hidden()).forEach(option -> page.append(item(names(option),
                option.description())));
        held(entry, all, page);
        if (!entry.examples().isEmpty()) {
            page.append(".SH EXAMPLES\n.nf\n");
            entry.examples().forEach(example -> page.append(text(example)).append('\n'));
            page.append(".fi\n");
        }
        return page.toString();
    }

    private static void held(Entry entry, List<Entry> all, StringBuilder page) {
        List<Entry> held = all.stream().filter(other -> other.spec().parent() == entry.spec()).toList();
        if (!held.isEmpty()) {
            page.append(".SH COMMANDS\n");
            held.forEach(one -> page.append(item(one.spec().name(), first(one.does()))));
        }
    }

    private static String synopsis(Entry entry) {
        CommandSpec spec = entry.spec();
        StringBuilder words = new StringBuilder("[OPTION]...");
        for (PositionalParamSpec one : spec.positionalParameters()) {
            boolean must = one.arity().min() > 0;
            words.append(' ').append(must ? "" : "[").append(one.paramLabel()).append(one.arity().max() > 1 ? "..." : "")
                    .append(must ? "" : "]");
        }
        return entry.group() ? words + " COMMAND" : words.toString();
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", Arrays.asList(option.names()));
        return option.arity().max() > 0 ? names + " " + option.paramLabel() : names;
    }

    private static String item(String term, String... description) {
        return ".TP\n.B " + text(term) + "\n" + text(String.join(" ", description).replace("%%", "%")) + "\n";
    }

    private static String first(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** Text in which nothing is a request of roff. */
    private static String text(String text) {
        String escaped = text.replaceAll("\\s+", " ").strip().replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
