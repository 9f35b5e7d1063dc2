package dev.buildlog.curate.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists the checks read: lines of text, {@code #} and a space begin a comment line. */
final class Lists {

    private Lists() {}

    /** The lines of {@code /curate/gate/<name>} that are neither empty nor comments, trimmed. */
    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Lists.class.getResourceAsStream("/curate/gate/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + name, e);
        }
    }
}
