package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.journal.JournalList;
import dev.buildlog.journal.Listed;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog list}: the entries of the journal. */
@Command(name = "list", description = "List the journal's entries, newest first.")
final class ListEntries extends Verb {

    @Mixin
    private PageOptions page = new PageOptions();

    @Option(names = "--json", description = "Print JSON: {entries: [{date, name, title}], count, next}.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Listed> entries = entries(here);
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("entries", page.of(entries).stream().map(ListEntries::fields).toList());
            fields.put("count", entries.size());
            fields.put("next", page.next(entries.size()));
            Json.print(here.out(), fields);
        } else if (entries.isEmpty()) {
            here.out().println("No entries yet. Begin one with `buildlog new SLUG`.");
        } else {
            // in one piece: each line would be a write of its own
            StringBuilder lines = new StringBuilder("Found " + entries.size() + (entries.size() == 1 ? " entry:" : " entries:"));
            for (Listed entry : page.of(entries)) {
                lines.append("\n  ").append(Printable.line(entry.name())).append("  ").append(Printable.line(entry.title()));
            }
            here.out().println(lines);
        }
        return ExitCode.DONE;
    }

    /** The entries of the journal, newest first. */
    static List<Listed> entries(Workplace here) {
        String folder = here.settings().text(Keys.JOURNAL_FOLDER);
        return here.known("entries " + folder, () -> Seen.journal(here), () -> new JournalList().list(here.root(), folder));
    }

    private static Map<String, String> fields(Listed entry) {
        return new TreeMap<>(Map.of("name", entry.name(), "date", entry.date().toString(), "title", entry.title()));
    }
}
