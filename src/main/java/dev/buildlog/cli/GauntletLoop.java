package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.models.ReviewedRepository;
import dev.buildlog.review.ReviewPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet loop}. */
@Command(name = "loop", description = {
    "Begin a run: draw its rules once, and print what an agent needs to review TARGET until nothing is left: instructions, the",
    "rules with their ids, and the JSON Schema of a finding."})
final class GauntletLoop extends Verb {

    @Parameters(paramLabel = "TARGET", description = "What to review: a path, or a git range such as main..HEAD.")
    private String target = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    int run(Workplace here) throws IOException {
        IssuedRun run = begin(here, options, target);
        if (json) {
            Json.print(here.out(), RunReport.fields(here, run));
            return ExitCode.DONE;
        }
        here.out().println(Printable.text(ReviewPrompt.of(run)));
        here.out().println("## Loop\n");
        List<String> steps = ReviewPrompt.loop(run);
        for (int i = 0; i < steps.size(); i++) {
            here.out().println(Printable.line(i + 1 + ". " + steps.get(i)));
        }
        here.out().println("\n## Schema\n\n```json\n"
                + Files.readString(here.install().resolve("docs/schemas/finding.schema.json")).strip() + "\n```");
        return ExitCode.DONE;
    }

    /** Begins a run for a target that is there. */
    static IssuedRun begin(Workplace here, RunOptions options, String target) throws IOException {
        String tree = tree(here, target);
        GauntletPlace.personas(here);
        return GauntletPlace.with(here, (parts, sync) -> sync.begin(options.of(parts.project(), here.root().toString(), target,
                tree, parts.core().instant())));
    }

    private static String tree(Workplace here, String target) {
        if (Files.exists(here.directory().resolve(target))) {
            return GauntletPlace.tree(here);
        }
        if (!target.contains("..")) {
            throw new BuildlogException(target + " is neither a path that is there nor a git range such as main..HEAD");
        }
        return new ReviewedRepository(here.root(), here.environment()).range(target).tree();
    }
}
