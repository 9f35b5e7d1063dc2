package dev.buildlog.cli;

import dev.buildlog.extract.Explanation;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.pipeline.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog sync}: one pass over what changed. */
@Command(name = "sync", description = "Read every entry that changed, update the rules and the agents' files, and stop.")
final class SyncJournal extends Verb {

    @Option(names = "--explain", paramLabel = "FILE",
            description = "Record nothing; show line by line what is taken from this entry, what is left and why.")
    private @Nullable Path explain;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Logging.begin(here, Logging.level(here.verbosity()));
        try (Assembly parts = Assembly.at(here)) {
            if (explain != null) {
                explain(here, parts, explain);
                return ExitCode.DONE;
            }
            try (Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
                sync.refused().forEach(problem -> here.err().println(Printable.text(problem.toString())));
                Sync.Result result = sync.run();
                tell(here, result);
                return result.problems().isEmpty() && sync.refused().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
            }
        }
    }

    private void tell(Workplace here, Sync.Result result) throws IOException {
        result.problems().forEach(problem -> here.err().println(Printable.text(problem.toString())));
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("entries", result.entries());
            fields.put("problems", result.problems().stream().map(Object::toString).toList());
            Json.print(here.out(), fields);
        } else {
            here.out().println(result.entries().isEmpty() && result.problems().isEmpty()
                    ? "Nothing changed."
                    : "Read " + result.entries().size() + (result.entries().size() == 1 ? " entry." : " entries."));
        }
    }

    private void explain(Workplace here, Assembly parts, Path file) throws IOException {
        Path root = parts.core().repositories().locate(here.root()).root();
        Path real = here.directory().resolve(file).toRealPath();
        String path = real.startsWith(root) ? root.relativize(real).toString().replace('\\', '/') : real.toString();
        EntryVersion entry = Sync.explain(parts.core(), here.root(), path, parts.settings(), parts.front());
        List<Explanation> lines = Explanation.of(entry);
        if (json) {
            Json.print(here.out(), lines.stream().map(SyncJournal::fields).toList());
            return;
        }
        for (Explanation line : lines) {
            here.out().println(Printable.line(String.format("%4d %-7s %s", line.line(), line.verdict(), line.text())));
            if (!line.detail().isEmpty()) {
                here.out().println(Printable.line("             " + line.detail()));
            }
        }
    }

    private static Map<String, Object> fields(Explanation line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", line.line());
        fields.put("text", line.text());
        fields.put("verdict", line.verdict().name().toLowerCase(java.util.Locale.ROOT));
        fields.put("detail", line.detail());
        return fields;
    }
}
