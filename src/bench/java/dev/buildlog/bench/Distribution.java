package dev.buildlog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The unpacked distribution.
 *
 * @param folder with {@code bin} and {@code lib}
 * @param cache folder for class-data archives
 */
record Distribution(Path folder, Path cache) {

    private static final long ARCHIVE_SECONDS = 180;

    /** Whether a start uses the class-data archive. */
    enum Archive {
        ON,
        OFF
    }

    /** A command on the journal of a workspace. */
    ProcessBuilder command(Archive archive, Workspace workspace, String... arguments) {
        List<String> words = new ArrayList<>(List.of(folder.resolve("bin/buildlog").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(workspace.repository().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BUILDLOG_"));
        builder.environment().put("BUILDLOG_HOME", workspace.home().toString());
        // every rule goes out, so that a saved one can be waited for and rendering has all there is to do
        builder.environment().putAll(Map.of("BUILDLOG_PUBLISH_AUTO", "low", "BUILDLOG_PUBLISH_K", "100000",
                "BUILDLOG_PUBLISH_HOLD_OUT", "0", "BUILDLOG_PUBLISH_MAX_TOKENS", "0", "BUILDLOG_EMBEDDINGS_BACKEND", "token"));
        builder.environment().put("BUILDLOG_CACHE", archive == Archive.ON ? cache.toString() : "off");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Has the launcher make the archives of both kinds, as it does after the first runs of a new user. */
    void warm(Workspace workspace) throws IOException, InterruptedException {
        Child.run(command(Archive.ON, workspace, "--version"));
        await("short-");
        Child.run(command(Archive.ON, workspace, "stats"));
        await("service-");
    }

    Path picocli() throws IOException {
        return files(folder.resolve("lib")).stream()
                .filter(file -> file.getFileName().toString().startsWith("picocli-"))
                .findFirst().orElseThrow(() -> new IOException("no picocli in the distribution"));
    }

    private void await(String kind) throws IOException, InterruptedException {
        for (long left = ARCHIVE_SECONDS * 5; left > 0; left--) {
            List<String> names = files(cache).stream().map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(kind)).toList();
            if (names.stream().anyMatch(name -> name.endsWith(".failed"))) {
                throw new IllegalStateException("the launcher could not make the archive " + kind);
            }
            if (names.size() == 1 && names.get(0).matches(".*\\.(jsa|aot)")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("no archive " + kind + " after " + ARCHIVE_SECONDS + " s");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
