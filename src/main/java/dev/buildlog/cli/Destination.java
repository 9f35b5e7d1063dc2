package dev.buildlog.cli;

import dev.buildlog.files.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a report goes: stdout, or a file named with {@code -o}. */
final class Destination {

    private Destination() {}

    /**
     * Hands out a report.
     *
     * @param file null for stdout
     * @param done what the person is told once the file is written
     */
    static void write(Workplace here, @Nullable Path file, String report, String done) {
        if (file == null) {
            here.out().println(report);
            return;
        }
        AtomicFile.write(here.directory().resolve(file), report.getBytes(StandardCharsets.UTF_8));
        here.say(done + " to " + file);
    }
}
