package dev.buildlog.curate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word lists beside this package's classes: lines of text, {@code #} begins a comment line. */
final class WordList {

    private WordList() {}

    /** The lines of {@code /curate/<name>} that are neither empty nor comments, trimmed. */
    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream("/curate/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the word list " + name, e);
        }
    }

    /** All words of the file in their order. */
    static List<String> words(String name) {
        return lines(name).stream().flatMap(line -> Stream.of(line.split("\\s+"))).toList();
    }

    static Set<String> set(String name) {
        return words(name).stream().collect(Collectors.toUnmodifiableSet());
    }
}
