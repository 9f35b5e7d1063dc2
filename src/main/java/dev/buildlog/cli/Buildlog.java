package dev.buildlog.cli;

import dev.buildlog.config.BuildlogHome;
import dev.buildlog.model.BuildlogException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all commands, with the options they share. */
@Command(
        name = "buildlog",
        description = "A learning loop for AI-assisted development: what you write down, your agents follow.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
final class Buildlog implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-C", "--directory"}, paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "Act as if started in DIR.")
    private @Nullable Path directory;

    @Option(names = {"-D", "--set"}, paramLabel = "KEY=VALUE", scope = ScopeType.INHERIT,
            description = "Override a setting for this run.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT, description = "Tell more, and trace errors.")
    private boolean verbose;

    @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "Tell errors only.")
    private boolean quiet;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    Buildlog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Buildlog of(CommandSpec command) {
        return (Buildlog) command.root().userObject();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.err());
        return ExitCode.USAGE;
    }

    Verbosity verbosity() {
        return verbose ? Verbosity.VERBOSE : quiet ? Verbosity.QUIET : Verbosity.NORMAL;
    }

    /** @throws BuildlogException if {@code -C} names no folder, or there is no place for a home */
    Workplace workplace() {
        Path here = surroundings.workingDirectory();
        if (directory != null) {
            here = here.resolve(directory).normalize();
            if (!Files.isDirectory(here)) {
                throw new BuildlogException(here + " is not a folder. Name one that is there after -C.");
            }
        }
        return new Workplace(here, BuildlogHome.in(surroundings.environment()), surroundings.install(),
                surroundings.environment(), options, surroundings.in(), surroundings.out(), surroundings.err(),
                surroundings.clock(), verbosity(), surroundings.kept());
    }
}
