package dev.buildlog.cli;

import dev.buildlog.config.BuildlogHome;
import dev.buildlog.model.BuildlogException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when a command fails, and the exit code that goes with it. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** How picocli tells of a value that does not fit, with names of classes that say nothing to anybody. */
    private static final String JAVA = "(?s)cannot convert ('.*') to \\w+ [\\w.$]+ \\([\\w.$]+Exception: (.*)\\)";

    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(Printable.text(failure.getMessage().replaceFirst(JAVA, "cannot read $1: $2")));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            OldOptions.hint(command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ?", ""), unmatched.getUnmatched())
                    .ifPresent(command.getErr()::println);
        }
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return tell(failure, Buildlog.of(command.getCommandSpec()).verbosity() == Verbosity.VERBOSE);
    }

    /** Runs what must not end in a stack trace, whatever happens. */
    int guard(CommandLine commands, String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError failure) {
            return tell(failure, false);
        }
    }

    /** The same for a command that was only named. */
    int guard(Verb verb) {
        try {
            return verb.run(new Buildlog(surroundings).workplace());
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError failure) {
            return tell(failure, false);
        }
    }

    private int tell(Throwable failure, boolean trace) {
        if (trace) {
            failure.printStackTrace(surroundings.err());
        }
        if (failure instanceof BuildlogException expected) {
            surroundings.err().println(Printable.text(String.valueOf(expected.getMessage())));
            return expected.kind() == BuildlogException.Kind.BAD_CONFIGURATION
                    ? ExitCode.BAD_CONFIGURATION
                    : ExitCode.FAILED;
        }
        if (failure instanceof InvalidPathException path) {
            surroundings.err().println(Printable.line("'" + path.getInput() + "' is no path: " + path.getReason()));
            return ExitCode.FAILED;
        }
        if (failure instanceof UncheckedIOException) {
            surroundings.err().println(Printable.text(String.valueOf(failure.getMessage())));
            return ExitCode.FAILED;
        }
        surroundings.err().println("Unexpected error: " + Printable.line(failure.toString()) + (trace ? "" :
                ". Run it again with -v to see where, or look into "
                        + Logging.file(BuildlogHome.in(surroundings.environment())) + "."));
        return ExitCode.FAILED;
    }
}
