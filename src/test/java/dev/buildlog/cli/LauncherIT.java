package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged distribution, run as a person would. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of(System.getProperty("buildlog.dist"), "bin", "buildlog");

    @TempDir
    Path folder;

    private Path repository;
    private Path cache;

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(folder.resolve("a 'répo'"));
        cache = folder.resolve("a cache");
    }

    @Test
    void argumentsArriveUntouchedInAnyLocale() throws Exception {
        run(builder("off", "-C", repository.toString(), "init"));

        assertThat(run(builder("off", "-C", repository.toString(), "new", "Größe * $HOME \"x\" @y", "--date", "2026-01-02")).out())
                .contains("2026-01-02-größe");
        ProcessBuilder plain = builder("off", "-C", repository.toString(), "list");
        plain.environment().put("LC_ALL", "C");
        assertThat(run(plain).out()).contains("2026-01-02-größe");
    }

    @Test
    void exitCodesAndStreamsAreKept() throws Exception {
        Run failed = run(builder("off", "-C", repository.toString(), "list"));
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("buildlog init");
        assertThat(run(builder("off", "config", "get", "nonsense")).code()).isEqualTo(78);
        assertThat(run(builder("off", "nonsense")).code()).isEqualTo(2);
    }

    @Test
    void theVersionIsTheBuilds() throws Exception {
        assertThat(run(builder("off", "--version")).out()).isEqualTo("buildlog " + System.getProperty("buildlog.version") + "\n");
    }

    @Test
    void theFirstRunLeavesAnArchiveThatLaterRunsUseQuietly() throws Exception {
        Run first = run(builder(cache.toString(), "--version"));
        assertThat(first.err()).isEmpty();
        await().atMost(Duration.ofMinutes(2)).until(() -> names(cache).size() == 1 && names(cache).get(0).matches("short-.*(jsa|aot)"));

        Run second = run(builder(cache.toString(), "--version"));
        assertThat(second).isEqualTo(first);

        Path archive = cache.resolve(names(cache).get(0));
        Files.delete(archive);
        Files.writeString(archive, "damaged");
        assertThat(run(builder(cache.toString(), "--version"))).isEqualTo(first);
    }

    @Test
    void aCacheThatCannotBeMadeChangesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThat(run(builder(file.resolve("cache").toString(), "--version"))).extracting(Run::code, Run::err)
                .containsExactly(0, "");
    }

    @Test
    void whatIsNoJavaIsNamed() throws Exception {
        ProcessBuilder wrong = builder("off", "--version");
        wrong.environment().put("JAVA_HOME", folder.toString());
        assertThat(run(wrong).err()).contains("JAVA_HOME is " + folder);

        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Files.createFile(folder.resolve("bin/java")).toFile().setExecutable(true);
        Run old = run(wrong);
        assertThat(old.code()).isEqualTo(1);
        assertThat(old.err()).contains("Java 17 or newer is needed", "11.0.2");
    }

    private record Run(int code, String out, String err) {}

    private ProcessBuilder builder(String cacheFolder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("BUILDLOG_CACHE", cacheFolder);
        builder.environment().put("BUILDLOG_HOME", folder.resolve("home").toString());
        return builder;
    }

    private Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static List<String> names(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
