package dev.buildlog.pipeline;

import dev.buildlog.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found out about parts, remembered in the home under a hash of all that it follows from: finding it out again means
 * reading some hundred YAML files, which takes longer than the rest of a question. A cache: deleting its file costs time only.
 */
final class PartsMemory {

    private static final Logger LOG = LoggerFactory.getLogger(PartsMemory.class);
    private static final int MOST = 200;

    private final Path file;

    PartsMemory(Path home) {
        this.file = home.resolve("cache/checked-routes");
    }

    /** What was found out under {@code key}, a hash; empty if it is not known. */
    Optional<String> recall(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /** @param found a word */
    void remember(String key, String found) {
        Map<String, String> all = all();
        all.put(key, found);
        String text = all.entrySet().stream().skip(Math.max(0, all.size() - MOST))
                .map(one -> one.getKey() + " " + one.getValue() + "\n").collect(Collectors.joining());
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            LOG.debug("it will be found out again: {}", e.getMessage());
        }
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : lines()) {
            int space = line.indexOf(' ');
            if (space > 0) {
                all.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return all;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
