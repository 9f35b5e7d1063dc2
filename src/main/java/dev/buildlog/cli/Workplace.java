package dev.buildlog.cli;

import dev.buildlog.config.Key;
import dev.buildlog.config.Settings;
import dev.buildlog.model.Origin;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything a command may touch.
 *
 * @param directory where the command is to act: the working directory, or what {@code -C} names; absolute
 * @param home buildlog's home; need not be there
 * @param install folder of the shipped {@code routes} and {@code components}
 * @param environment variables of the process
 * @param options settings given by {@code --set}
 * @param in standard input
 * @param out for results
 * @param err for everything else
 * @param clock the time and the person's time zone
 * @param verbosity how much is told beside the result
 * @param kept what the process keeps between commands; null where it runs only one
 */
public record Workplace(
        Path directory,
        Path home,
        Path install,
        Map<String, String> environment,
        Map<String, String> options,
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        Verbosity verbosity,
        @Nullable KeptOpen kept) {

    /** Variable that a caller in this process sets for the commands it runs. */
    private static final String ORIGIN = "BUILDLOG_ORIGIN";

    /** A workplace in a process that runs one command. */
    public Workplace(Path directory, Path home, Path install, Map<String, String> environment, Map<String, String> options,
            InputStream in, PrintWriter out, PrintWriter err, Clock clock, Verbosity verbosity) {
        this(directory, home, install, environment, options, in, out, err, clock, verbosity, null);
    }

    /** The same in a process that keeps things between commands. */
    Workplace keeping(KeptOpen newKept) {
        return new Workplace(directory, home, install, environment, options, in, out, err, clock, verbosity, newKept);
    }

    /** The same for commands that act in {@code newDirectory} unless they are told otherwise. */
    Workplace in(Path newDirectory) {
        return new Workplace(newDirectory, home, install, environment, options, in, out, err, clock, verbosity, kept);
    }

    /** The same for what comes by the way {@code origin}, of {@link dev.buildlog.model.Origin}. */
    Workplace by(String origin) {
        Map<String, String> told = new HashMap<>(environment);
        told.put(ORIGIN, origin);
        return new Workplace(directory, home, install, Map.copyOf(told), options, in, out, err, clock, verbosity, kept);
    }

    /** The root of the checkout around {@link #directory}; the directory itself where there is none. */
    public Path root() {
        return ProjectRoot.around(directory, home).orElse(directory);
    }

    /**
     * The settings in force here.
     *
     * @throws dev.buildlog.config.InvalidConfiguration with all problems
     */
    public Settings settings() {
        return Settings.load(home, root(), environment, options);
    }

    /** By which way what is done here comes, of {@link dev.buildlog.model.Origin}. */
    String origin() {
        return environment.getOrDefault(ORIGIN, Origin.COMMAND);
    }

    /** The same with a setting given as if by {@code --set}. */
    Workplace with(Key key, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(key.name(), value);
        return new Workplace(directory, home, install, environment, more, in, out, err, clock, verbosity, kept);
    }

    /**
     * What {@code ask} says, or said the last time if all that it depends on is as it was then.
     *
     * @param question in words that no other question has
     * @param basis all that the answer depends on besides the root and the options; looked at where answers are kept only
     */
    <T> T known(String question, Supplier<Object> basis, Supplier<T> ask) {
        return kept == null ? ask.get() : kept.answers().known(question + ' ' + root() + options, basis.get(), ask);
    }

    /** Tells the person something that is no result; nothing with {@code -q}. */
    public void say(String message) {
        if (verbosity != Verbosity.QUIET) {
            err.println(Printable.text(message));
        }
    }

    /** A path as the person would type it: relative where it lies below the directory. */
    public String shown(Path path) {
        boolean below = path.startsWith(directory) && !path.equals(directory);
        return (below ? directory.relativize(path) : path).toString();
    }
}
