package dev.buildlog.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation, and what stands in them. */
final class Pages {

    static final Path ROOT = Path.of("").toAbsolutePath();

    private Pages() {}

    /** README and everything below docs/, sorted. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), files.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        return text(ROOT.resolve(file));
    }

    /** The fenced blocks of a page in this language, without the fences. */
    static List<String> blocks(String page, String language) {
        return find(page, "(?ms)^```" + language + "\\n(.*?)^```$");
    }

    /** The fenced block behind {@code <!-- example: name -->}. */
    static String example(String page, String name) {
        return find(page, "(?ms)^<!-- example: " + name + " -->\\n```\\w+\\n(.*?)^```$").get(0);
    }

    /** A page without its fenced blocks. */
    static String prose(String page) {
        return page.replaceAll("(?ms)^```.*?^```$", "");
    }

    /** First group of every match. */
    static List<String> find(String text, String expression) {
        return Pattern.compile(expression).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }
}
