package dev.buildlog.cli;

import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.SourceReading;
import dev.buildlog.pipeline.DryRun;
import dev.buildlog.seed.Draft;
import dev.buildlog.seed.Generator;
import dev.buildlog.seed.PersonaFile;
import dev.buildlog.seed.PersonaName;
import dev.buildlog.seed.Personas;
import dev.buildlog.seed.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet generate}: from sources to the seed file of a persona. */
@Command(name = "generate", description = {
    "Draw rules for a persona from documents and write them into its seed file.",
    "An edited file is not replaced unasked, and no file is ever replaced by one without rules."})
final class GauntletGenerate extends Verb {

    @Parameters(paramLabel = "FILE", arity = "0..*",
            description = "Markdown, text or HTML files; the persona's sources where left out.")
    private List<Path> files = List.of();

    @Option(names = {"-p", "--persona"}, required = true, paramLabel = "PERSONA", description = "Whose rules these become.")
    private String persona = "";

    @Option(names = {"-o", "--output-dir"}, paramLabel = "DIR", description = "Folder of the seed file; .buildlog/seeds of the"
            + " repository where left out.")
    private @Nullable Path output;

    @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
    private boolean dryRun;

    @Option(names = "--keep-incomplete", description = "Take rules without context, antipattern or rationale too.")
    private boolean keepIncomplete;

    @Option(names = "--merge", description = "Keep the rules of a file that is there, and add the new ones.")
    private boolean merge;

    @Option(names = "--force", description = "Replace a file that is there, whatever it holds; it is kept beside.")
    private boolean force;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Logging.begin(here, Logging.level(here.verbosity()));
        PersonaName whose = new PersonaName(persona);
        PersonaFile target = new PersonaFile(here.root(), output == null ? null : here.directory().resolve(output), whose);
        if (merge && force) {
            throw new BuildlogException("--merge keeps what --force drops: use one of them");
        }
        Map<Source, String> texts = files.isEmpty()
                ? SourceTexts.ofPersona(here, whose)
                : SourceTexts.ofFiles(here, whose, files);
        try (Assembly parts = Assembly.at(here)) {
            Draft draft = new Generator(whose, parts.core().similarities(), keepIncomplete).draft(read(here, parts, texts));
            GenerateReport report = new GenerateReport(here, whose, texts.size(), draft);
            report.setAside(json && !draft.rules().isEmpty());
            if (draft.rules().isEmpty()) {
                throw new BuildlogException(report.nothing());
            }
            PersonaFile.Plan plan = target.plan(draft.rules(), merge ? PersonaFile.Mode.MERGE
                    : force ? PersonaFile.Mode.REPLACE : PersonaFile.Mode.CAREFUL, similarity(here, parts));
            if (!dryRun) {
                target.write(plan);
            }
            report.print(plan, dryRun, json);
            warn(here, whose, plan);
        }
        return ExitCode.DONE;
    }

    private static Map<Source, SourceReading> read(Workplace here, Assembly parts, Map<Source, String> texts) {
        Map<Source, SourceReading> readings = new LinkedHashMap<>();
        Instant now = here.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try (DryRun dry = DryRun.open(parts.core(), here.root(), parts.settings(), parts.front())) {
            String project = parts.project();
            texts.forEach((source, text) -> readings.put(source, dry.read(EntryVersion.of(project, Holder.SUBMISSION,
                    source.url(), today, Sha256.of(text), text, now))));
        }
        return readings;
    }

    private static Similarity similarity(Workplace here, Assembly parts) {
        String backend = parts.settings().apply(here.root()).get("buildlog.embeddings.backend");
        Similarity configured = parts.core().similarities().get(backend);
        return configured == null ? new TokenSimilarity() : configured;
    }

    private void warn(Workplace here, PersonaName whose, PersonaFile.Plan plan) {
        List<Path> folders = Personas.folders(here.install(), here.home(), here.root());
        Personas others = Personas.load(folders.subList(0, folders.size() - 1));
        if (output == null && others.byName().containsKey(whose.value())) {
            here.say("In this repository it adds to " + others.byName().get(whose.value()).places().get(0) + ".");
        }
        Personas.load(List.of(plan.file().getParent())).problems().forEach(problem -> here.say(problem.toString()));
    }
}
