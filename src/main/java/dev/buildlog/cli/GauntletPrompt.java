package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.review.ReviewPrompt;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet prompt}. */
@Command(name = "prompt", description = "Begin a run and print what its reviewers are asked; or print it again for a run.")
final class GauntletPrompt extends Verb {

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "What to review: a path, or a git range such as main..HEAD.")
    private @Nullable String target;

    @Option(names = "--run", paramLabel = "ID", description = "A run that was begun before.")
    private @Nullable String run;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write into a file.")
    private @Nullable Path output;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    int run(Workplace here) throws IOException {
        if ((target == null) == (run == null)) {
            throw new BuildlogException("name a target to begin a run, or a run with --run");
        }
        IssuedRun issued = run != null ? GauntletPlace.ask(here, parts -> GauntletPlace.run(parts, run))
                : GauntletLoop.begin(here, options, target);
        Destination.write(here, output, Printable.text(ReviewPrompt.of(issued).stripTrailing()), "Wrote the prompt");
        return ExitCode.DONE;
    }
}
