package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.journal.JournalList;
import dev.buildlog.journal.Listed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog list}: the entries of the journal. */
@Command(name = "list", description = "List the journal's entries, newest first.")
final class ListEntries extends Verb {

    @Option(names = "--json", description = "Print JSON: an array of {date, name, title}.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Listed> entries = new JournalList().list(here.root(), here.settings().text(Keys.JOURNAL_FOLDER));
        if (json) {
            Json.print(here.out(), entries.stream().map(ListEntries::fields).toList());
        } else if (entries.isEmpty()) {
            here.out().println("No entries yet. Begin one with `buildlog new SLUG`.");
        } else {
            here.out().println("Found " + entries.size() + (entries.size() == 1 ? " entry:" : " entries:"));
            entries.forEach(entry -> here.out().println(
                    "  " + Printable.line(entry.name()) + "  " + Printable.line(entry.title())));
        }
        return ExitCode.DONE;
    }

    private static Map<String, String> fields(Listed entry) {
        return new TreeMap<>(Map.of("name", entry.name(), "date", entry.date().toString(), "title", entry.title()));
    }
}
