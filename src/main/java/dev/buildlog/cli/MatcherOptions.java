package dev.buildlog.cli;

import dev.buildlog.learn.proof.Repeats;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How repeated mistakes are found: the same options wherever they are asked for. */
final class MatcherOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--window", paramLabel = "DAYS", description = "How far back a mistake is looked for that another repeats;"
            + " 0 for all the way. Default: ${DEFAULT-VALUE}.", defaultValue = "90")
    private int window;

    @Option(names = "--alike", paramLabel = "PART", description = "From which likeness on two texts tell of the same mistake,"
            + " above 0 and up to 1. Default: ${DEFAULT-VALUE}.", defaultValue = "0.6")
    private double alike;

    /** @throws ParameterException if no matcher is like that */
    Repeats matcher() {
        try {
            return new Repeats(Duration.ofDays(window), alike);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--window is 0 or more, and --alike lies above 0 and up to 1.");
        }
    }
}
