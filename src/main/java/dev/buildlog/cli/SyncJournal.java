package dev.buildlog.cli;

import dev.buildlog.extract.Explanation;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.pipeline.DryRun;
import dev.buildlog.pipeline.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog sync}: one pass over what changed. */
@Command(name = "sync", description = "Read every entry that changed, update the rules and the agents' files, and stop.")
final class SyncJournal extends Verb {

    @Option(names = "--explain", paramLabel = "FILE",
            description = "Record nothing; show line by line what is taken from this entry, what is left and why.")
    private @Nullable Path explain;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private GuardOption guards = new GuardOption();

    @Override
    int run(Workplace asked) throws IOException {
        Workplace here = guards.at(asked);
        Logging.begin(here, Logging.level(here.verbosity()));
        try (Assembly parts = Assembly.at(here)) {
            if (explain != null) {
                explain(here, parts, explain);
                return ExitCode.DONE;
            }
            try (Progress progress = Progress.of(here, "Reading entries");
                    Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
                Sync.Result result = sync.run(progress::at);
                progress.close();
                tell(here, result);
                return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
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
        List<Explanation> lines;
        try (DryRun dry = DryRun.open(parts.core(), here.root(), parts.settings(), parts.front())) {
            lines = Explanation.of(dry.explain(path(here, root, file)));
        }
        if (json) {
            Json.print(here.out(), lines.stream().map(SyncJournal::fields).toList());
            return;
        }
        for (Explanation line : lines) {
            boolean ignored = line.verdict() == Explanation.Verdict.IGNORED;
            String verdict = ignored ? "" : line.verdict().name().toLowerCase(Locale.ROOT);
            here.out().println(Printable.line(String.format("%4d  %-5s  %s", line.line(), verdict, line.text()).stripTrailing()));
            if (!ignored || here.verbosity() == Verbosity.VERBOSE) {
                here.out().println(Printable.line("             (" + line.detail() + ")"));
            }
        }
    }

    /** Path of the entry below the checkout's root. */
    private static String path(Workplace here, Path root, Path file) throws IOException {
        Path given = here.directory().resolve(file);
        if (!Files.exists(given)) {
            throw new BuildlogException(given + " is not there. Name an entry of the journal.");
        }
        Path real = given.toRealPath();
        if (!real.startsWith(root)) {
            throw new BuildlogException(real + " is not in " + root + ". Name an entry of this repository's journal, or its"
                    + " repository with -C.");
        }
        return root.relativize(real).toString().replace('\\', '/');
    }

    private static Map<String, Object> fields(Explanation line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", line.line());
        fields.put("text", line.text());
        fields.put("verdict", line.verdict().name().toLowerCase(Locale.ROOT));
        fields.put("detail", line.detail());
        return fields;
    }
}
