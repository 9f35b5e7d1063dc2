package dev.buildlog.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process with the files its output goes to, and the home it works on. */
record Started(Process process, Path out, Path err, Path home) {

    String outText() {
        return text(out);
    }

    String errText() {
        return text(err);
    }

    /** SIGKILL: no handler, no flushing. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
