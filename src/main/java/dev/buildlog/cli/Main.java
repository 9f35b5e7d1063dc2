package dev.buildlog.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where every command begins and ends. */
public final class Main {

    private final Surroundings surroundings;
    private final Output output;
    private final boolean literal;

    /** @param out where results go; what is written there must arrive, else the command has failed */
    Main(Path workingDirectory, Path install, Map<String, String> environment,
            InputStream in, OutputStream out, OutputStream err, Clock clock) {
        this(workingDirectory, install, environment, in, out, err, clock, null, false);
    }

    /** @param kept what the process keeps between commands; null where it runs only one */
    Main(Path workingDirectory, Path install, Map<String, String> environment, InputStream in, OutputStream out,
            OutputStream err, Clock clock, @Nullable KeptOpen kept, boolean literal) {
        this.literal = literal;
        output = new Output(out);
        PrintWriter results = literal ? new ForPrograms(new OutputStreamWriter(output, StandardCharsets.UTF_8)) : writer(output);
        surroundings = new Surroundings(workingDirectory, install, environment, in, results, writer(err), clock, kept);
    }

    /**
     * A command that another program sends to {@code here}. The value of an option may look like an option: programs know which is
     * which, people mistype.
     */
    static Main sent(Workplace here, InputStream in, OutputStream out, OutputStream err) {
        return new Main(here.directory(), here.install(), here.environment(), in, out, err, here.clock(), here.kept(), true);
    }

    public static void main(String[] arguments) {
        // picocli looks for classes of Groovy, which opens every jar of the class path, and for those of JDBC
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java.sql.*");
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("slf4j.provider", "dev.buildlog.cli.LoggingProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
        Path here = Path.of("").toAbsolutePath();
        String install = System.getProperty("buildlog.install");
        Main main = new Main(here, install == null ? here : Path.of(install), System.getenv(), System.in,
                new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), new LocalClock());
        System.exit(main.run(arguments));
    }

    /** Runs one command and returns its exit code; see {@link ExitCode}. */
    int run(String... given) {
        String page = FrontPage.of(given, surroundings.environment());
        int code = page == null ? execute(given) : ExitCode.DONE;
        surroundings.out().print(page == null ? "" : page);
        surroundings.out().flush();
        surroundings.err().flush();
        IOException failure = output.failure();
        return failure == null ? code : lost(failure, code);
    }

    private int execute(String... given) {
        Failures failures = new Failures(surroundings);
        Verb bare = Commands.bare(given);
        if (bare != null) {
            return failures.guard(bare);
        }
        String[] arguments = Commands.words(given);
        CommandLine commands = Commands.line(surroundings, arguments);
        commands.setAllowOptionsAsOptionParameters(literal)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        return failures.guard(commands, Commands.own(arguments));
    }

    /** A reader who has seen enough ({@code | head}) is no failure; a full disk is one. */
    private int lost(IOException failure, int code) {
        if (String.valueOf(failure.getMessage()).contains("Broken pipe")) {
            return code;
        }
        surroundings.err().println("The output could not be written: " + failure.getMessage());
        surroundings.err().flush();
        return ExitCode.FAILED;
    }

    private static PrintWriter writer(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
