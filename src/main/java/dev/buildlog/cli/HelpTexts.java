package dev.buildlog.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine;

/**
 * What is said of commands only where somebody reads it: examples, and the shapes of JSON. It stands in {@code
 * cli/help.properties} under the keys of picocli: {@code buildlog.gauntlet.check.usage.footer.0}, {@code buildlog.gauntlet.check.json}.
 */
final class HelpTexts {

    private HelpTexts() {}

    /** Says it of the commands that {@code line} knows. */
    static void into(CommandLine line) {
        apply(line, bundle());
    }

    private static void apply(CommandLine line, ResourceBundle texts) {
        line.getCommandSpec().resourceBundle(texts);
        line.getSubcommands().values().forEach(command -> apply(command, texts));
    }

    private static ResourceBundle bundle() {
        try (Reader text = new InputStreamReader(Objects.requireNonNull(
                HelpTexts.class.getResourceAsStream("/cli/help.properties")), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
