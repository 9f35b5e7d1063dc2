package dev.buildlog.pipeline;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import dev.buildlog.pipeline.validate.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code routes} and {@code components} below one folder, read at one moment: what is hashed is what is loaded.
 *
 * @param base folder that holds {@code routes} and {@code components}
 * @param files content by path relative to {@code base}, sorted
 */
record PartFolder(Path base, Map<String, byte[]> files) {

    private static final Pattern FOR_ALL = Pattern.compile("(?m)^\\s+group:\\s*[\"']?(service|home)\\b");
    private static final long MOST_BYTES = 64L << 20;

    /** Reads everything below {@code base/routes} and {@code base/components}; nothing where they are missing. */
    static PartFolder read(Path base) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String part : List.of("routes", "components")) {
            Path folder = base.resolve(part);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                long total = 0;
                for (Path file : (Iterable<Path>) all.filter(PartFolder::isPart)::iterator) {
                    total += Files.size(file);
                    if (total > MOST_BYTES) {
                        throw new BuildlogException(folder + " holds more than 64 MiB: keep only routes, Kamelets and their"
                                + " jars there");
                    }
                    files.put(base.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot read " + folder + ": " + e.getMessage(), e);
            }
        }
        return new PartFolder(base, files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** SHA-256 over all names and contents, in hex. */
    String hash() {
        StringBuilder all = new StringBuilder();
        files.forEach((name, content) -> all.append(name).append('\n').append(Sha256.of(content)).append('\n'));
        return Sha256.of(all.toString());
    }

    /** The route files by name. */
    Map<String, SourceFile> routes() {
        return sources("routes/", ".camel.yaml");
    }

    /** The Kamelets by file name. */
    Map<String, SourceFile> kamelets() {
        return sources("components/", ".kamelet.yaml");
    }

    /** The jars by file name. */
    Map<String, byte[]> jars() {
        return contents("components/", ".jar");
    }

    /** The prompts by file name. */
    Map<String, byte[]> prompts() {
        return contents("components/prompts/", ".md");
    }

    /** The target descriptors by file name. */
    Map<String, byte[]> targets() {
        return contents("components/targets/", ".yaml");
    }

    private Map<String, byte[]> contents(String folder, String ending) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.startsWith(folder) && name.endsWith(ending)) {
                contents.put(name.substring(name.lastIndexOf('/') + 1), content);
            }
        });
        return contents;
    }

    /** Own route files that take no effect, since such routes run once for all projects. */
    List<Problem> misplaced() {
        return routes().values().stream()
                .filter(file -> FOR_ALL.matcher(file.text()).find())
                .map(file -> new Problem(file.path().toString(), 0, 0, "holds routes that serve all projects (group service or"
                        + " home), which have no effect here: put the file into routes/ of buildlog's home"))
                .toList();
    }

    private Map<String, SourceFile> sources(String folder, String ending) {
        Map<String, SourceFile> sources = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.startsWith(folder) && name.indexOf('/', folder.length()) < 0 && name.endsWith(ending)) {
                sources.put(name.substring(folder.length()), SourceFile.of(base.resolve(name), content));
            }
        });
        return sources;
    }

    /**
     * Editors' temporary files and links are no parts: a link could lead out of what was trusted. Nor are personas, which are read
     * whenever somebody asks for them.
     */
    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith(".")
                && !file.getParent().endsWith("components/personas")
                && (name.endsWith(".yaml") || name.endsWith(".jar")
                        || name.endsWith(".md") && file.getParent().endsWith("components/prompts"));
    }
}
