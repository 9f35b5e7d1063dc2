package dev.buildlog.cli;

import dev.buildlog.curate.Similarity;
import dev.buildlog.evaluate.Decision;
import dev.buildlog.evaluate.Evaluation;
import dev.buildlog.evaluate.LabelledSets;
import dev.buildlog.evaluate.Report;
import dev.buildlog.evaluate.SetReader;
import dev.buildlog.evaluate.Subject;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.pipeline.DryRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog eval}: how good the configured pipeline is on labelled sets. */
@Command(name = "eval",
        description = "Score extraction, categories and de-duplication on a folder of labelled sets; records nothing.")
final class Eval extends Verb {

    @Parameters(paramLabel = "DIR",
            description = "Folder with dedup-pairs.tsv, categorize.tsv, clusters.tsv, extract/gold.jsonl.")
    private Path sets;

    @Option(names = "--backend", paramLabel = "BACKEND", description = "Similarity backend instead of the configured one.")
    private @Nullable String backend;

    @Option(names = "--predictions", paramLabel = "OUT", description = "Write each decision to OUT, one JSON object a line.")
    private @Nullable Path predictions;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        LabelledSets labelled = SetReader.read(here.directory().resolve(sets));
        List<Decision> decisions = new ArrayList<>();
        try (Assembly parts = Assembly.at(here);
                DryRun dry = DryRun.open(parts.core(), here.root(), settings(parts), parts.front())) {
            Report report = new Evaluation(new LearnRoute(dry, parts.core().similarities()), decisions::add).run(labelled);
            if (predictions != null) {
                Destination.write(here, predictions, lines(decisions), "Wrote " + decisions.size() + " decisions");
            }
            if (json) {
                Json.print(here.out(), EvalReport.fields(report));
            } else {
                EvalReport.lines(report).forEach(here.out()::println);
            }
        }
        return ExitCode.DONE;
    }

    /** The learn route of a dry pipeline. */
    private record LearnRoute(DryRun dry, Map<String, Similarity> backends) implements Subject {

        @Override
        public EntryVersion learn(EntryVersion entry) {
            return dry.learn(entry);
        }

        @Override
        public Similarity backend(Fingerprint fingerprint) {
            return backends.get(fingerprint.backend());
        }
    }

    private Function<@Nullable Path, Map<String, String>> settings(Assembly parts) {
        return root -> {
            Map<String, String> settings = new HashMap<>(parts.settings().apply(root));
            if (backend != null) {
                settings.put("buildlog.embeddings.backend", backend);
            }
            return settings;
        };
    }

    private static String lines(List<Decision> decisions) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Decision decision : decisions) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("set", decision.set());
            fields.put("id", decision.id());
            fields.put("right", decision.right());
            fields.putAll(decision.details());
            lines.append(Json.line(fields)).append('\n');
        }
        return lines.toString();
    }
}
