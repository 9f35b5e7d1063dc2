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
        Verbosity verbosity) {

    /** Variable that a caller in this process sets for the commands it runs. */
    static final String ORIGIN = "BUILDLOG_ORIGIN";

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
        return new Workplace(directory, home, install, environment, more, in, out, err, clock, verbosity);
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
