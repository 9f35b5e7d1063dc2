package dev.buildlog.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What {@code --help} and {@code --version} print, without the commands being looked at: describing all of them takes longer than
 * starting the JVM. The text of help is made by the build, out of the commands themselves.
 */
public final class FrontPage {

    private static final String PLAIN = "help.txt";
    private static final String COLOURED = "help-coloured.txt";

    private FrontPage() {}

    /** The answer to these arguments as it is to be printed; null where the command line has to be asked. */
    static @Nullable String of(String[] arguments, Map<String, String> environment) {
        if (arguments.length != 1) {
            return null;
        }
        return switch (arguments[0]) {
            case "--help", "-h" -> text(Colour.isDue(environment) ? COLOURED : PLAIN);
            case "--version", "-V" -> Version.line() + System.lineSeparator();
            default -> null;
        };
    }

    /** Writes the text of help into the folder that the first argument names, for terminals with and without colours. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(folder.resolve(PLAIN), made(Ansi.OFF));
        Files.writeString(folder.resolve(COLOURED), made(Ansi.ON));
    }

    /** The text as the commands have it. */
    static String made(Ansi colours) {
        return Commands.all().getUsageMessage(colours);
    }

    /** Null in a build that did not make it. */
    private static @Nullable String text(String name) {
        try (InputStream in = FrontPage.class.getResourceAsStream("/cli/" + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }
}
