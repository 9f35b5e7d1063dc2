package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives, and how they start. */
class DistributionIT {

    private static final String NAME = "buildlog-" + System.getProperty("buildlog.version");
    private static final Path TARGET = Machine.DISTRIBUTION.getParent().getParent();
    private static final String RULE = "Pin the grammar before upgrading the parser";

    @TempDir
    Path folder;

    private Machine machine;
    private Repository repository;

    @BeforeEach
    void prepare() {
        machine = Machine.in(folder);
        repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text(RULE));
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void theArchiveRunsWithAJvmAlone() throws IOException {
        Path place = Files.createDirectories(folder.resolve("a plâce"));
        assertThat(Machine.finish(machine.begin(place, List.of("tar", "xzf", TARGET.resolve(NAME + ".tar.gz").toString())))
                .code()).isZero();
        Path unpacked = place.resolve(NAME);
        assertThat(files(unpacked)).contains("bin/buildlog", "lib/buildlog.jar", "lib/build-id", "LICENSE",
                "components/extract-pattern-action.kamelet.yaml", "components/targets/agents_md.yaml");
        for (String shipped : List.of("routes", "components", "docs")) {
            assertThat(files(unpacked, shipped)).as(shipped).isEqualTo(files(Path.of("").toAbsolutePath(), shipped));
        }

        Machine bare = machine.distribution(unpacked).with("PATH", onlyJava().toString()).with("BUILDLOG_CACHE", "off");
        assertThat(bare.run(repository.root(), "--version").out()).isEqualTo(
                "buildlog " + System.getProperty("buildlog.version") + "\n");
        assertThat(bare.result(repository.root(), "sync")).isEqualTo("Read 1 entry.\n");
        assertThat(repository.agents()).contains(RULE);
    }

    @Test
    void withoutTheSentenceModelWordsDecide() throws IOException {
        Path slim = folder.resolve("slim");
        try (Stream<Path> all = Files.walk(Machine.DISTRIBUTION)) {
            for (Path file : all.filter(Files::isRegularFile).filter(file -> !belongsToTheModel(file)).toList()) {
                Path copy = slim.resolve(Machine.DISTRIBUTION.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.createLink(copy, file);
            }
        }
        Machine words = machine.distribution(slim).with("BUILDLOG_CACHE", "off").with("BUILDLOG_EMBEDDINGS_BACKEND", "auto");
        repository.write("2026-03-02-parser.md", Repository.text("Always pin the grammar before upgrading parsers"));
        assertThat(words.result(repository.root(), "sync")).isEqualTo("Read 2 entries.\n");
        assertThat(words.run(repository.root(), "skills", "--format", "json").json().at("/total_skills").asInt()).isOne();
        Run refused = words.run(repository.root(), "sync", "--set", "embeddings.backend=minilm");
        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.err()).contains("which the slim distribution does not have");
    }

    private static boolean belongsToTheModel(Path file) {
        return Stream.of("langchain4j-embeddings", "onnxruntime", "tokenizers").anyMatch(file.getFileName().toString()::startsWith);
    }

    @Test
    void bothArchivesHoldTheSame() throws IOException {
        String listing = Machine.finish(machine.begin(folder, List.of("tar", "tzf", TARGET.resolve(NAME + ".tar.gz").toString())))
                .out();
        Set<String> tar = listing.lines().filter(name -> !name.endsWith("/")).collect(Collectors.toSet());
        try (ZipFile zip = new ZipFile(TARGET.resolve(NAME + ".zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")))
                    .containsExactlyInAnyOrderElementsOf(tar).contains(NAME + "/bin/buildlog");
        }
    }

    @Test
    @Tag("faults-full")
    void everyOtherJdkRunsItAndUsesItsArchive() throws IOException {
        for (Path jdk : otherJdks()) {
            Path cache = folder.resolve("cache of " + jdk.getFileName());
            Machine other = machine.with("JAVA_HOME", jdk.toString()).with("BUILDLOG_CACHE", "off")
                    .home(folder.resolve("home " + jdk.getFileName()));
            assertThat(other.run(repository.root(), "sync")).as("%s", jdk).isEqualTo(new Run(0, "Read 1 entry.\n", ""));
            Run service = other.serve(repository.root()).stop();
            assertThat(service.code()).as("%s", jdk).isEqualTo(143);
            assertThat(service.err()).as("%s", jdk).doesNotContain("WARNING", "Exception");
            assertUsesArchive(other.with("BUILDLOG_CACHE", cache.toString()), cache);
        }
    }

    @Test
    void theArchiveMadeInTheBackgroundIsUsed() throws IOException {
        assertUsesArchive(machine, Machine.CACHE);
    }

    /** After a while there is an archive, and the next start takes classes of buildlog out of it without a word. */
    private void assertUsesArchive(Machine other, Path cache) throws IOException {
        assertThat(other.run(repository.root(), "list")).extracting(Run::code, Run::err).containsExactly(0, "");
        String build = Samples.read(Machine.DISTRIBUTION.resolve("lib/build-id")).strip();
        await().atMost(Duration.ofMinutes(5)).until(() -> files(cache).stream().anyMatch(
                name -> name.startsWith("short-") && name.contains(build) && name.matches(".*(jsa|aot)")));
        Path loaded = Files.createTempFile(folder, "loaded", ".txt");
        Run second = other.with("BUILDLOG_JAVA_OPTS", "-Xlog:class+load=info:file=" + loaded).run(repository.root(), "list");
        assertThat(second.code()).isZero();
        assertThat(second.err()).isEmpty();
        try (Stream<String> lines = Files.lines(loaded)) {
            assertThat(lines.filter(line -> line.contains("dev.buildlog.cli.ListEntries "))).hasSize(1)
                    .allMatch(line -> line.contains("source: shared objects file"));
        }
    }

    /** A folder with nothing but what a bare system has, and Java: no Maven, no git. */
    private Path onlyJava() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("sh", "cat", "sed", "find", "readlink", "nice", "mkdir", "mv", "rm", "sleep", "java")) {
            for (String path : System.getenv("PATH").split(":")) {
                if (Files.isExecutable(Path.of(path, program)) && Files.notExists(bin.resolve(program))) {
                    Files.createSymbolicLink(bin.resolve(program), Path.of(path, program));
                }
            }
        }
        return bin;
    }

    /** JDKs from 17 on below /usr/lib/jvm, each once, without the one in use; skips the test where there is none. */
    private static List<Path> otherJdks() throws IOException {
        Path jvms = Path.of("/usr/lib/jvm");
        assumeThat(jvms).as("no folder of JDKs").isDirectory();
        Path mine = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> found = Files.list(jvms)) {
            List<Path> others = found.filter(jdk -> Files.isExecutable(jdk.resolve("bin/java"))).filter(jdk -> !Files.isSymbolicLink(jdk))
                    .filter(jdk -> !jdk.equals(mine)).filter(jdk -> Samples.read(jdk.resolve("release"))
                            .matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9]\\d).*")).sorted().toList();
            assumeThat(others).as("no second JDK in " + jvms).isNotEmpty();
            return others;
        }
    }

    private static List<String> files(Path root) throws IOException {
        return files(root, "");
    }

    private static List<String> files(Path root, String below) throws IOException {
        if (Files.notExists(root.resolve(below))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root.resolve(below))) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList();
        }
    }
}
