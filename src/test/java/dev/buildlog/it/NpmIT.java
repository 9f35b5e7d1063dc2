package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package for npm, as a JavaScript project installs and runs it. */
class NpmIT {

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void prepare() {
        machine = Machine.in(folder).with("npm_config_cache", folder.resolve("npm-cache").toString())
                .with("npm_config_update_notifier", "false").with("npm_config_offline", "true");
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "npx"))),
                "needs Node with npm and npx on the PATH");
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void npxRunsTheDistributionThatThePackageCarries() throws IOException {
        Path project = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(project.resolve("package.json"), "{\"name\": \"shop\", \"version\": \"1.0.0\", \"private\": true}\n");
        Path tarball = tarball();
        Run packed = node(project, "npm", "pack", "--silent", tarball.toString());
        assertThat(packed.code()).as(packed.toString()).isZero();
        assertThat(packed.out()).contains(".tgz");

        Run installed = node(project, "npm", "install", "--no-audit", "--no-fund", tarball.toString());

        assertThat(installed.code()).as(installed.toString()).isZero();
        Run version = node(project, "npx", "buildlog", "--version");
        assertThat(version.out()).as(version.toString()).startsWith("buildlog ");
        Run wrong = node(project, "npx", "buildlog", "no-such-command");
        assertThat(wrong.code()).as("the exit code comes through").isEqualTo(2);
    }

    private Run node(Path directory, String... command) {
        return Machine.finish(machine.begin(directory, List.of(command)));
    }

    private static Path tarball() throws IOException {
        try (Stream<Path> files = Files.list(Machine.DISTRIBUTION.getParent().getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("buildlog-npm-.*\\.tgz")).findFirst().orElseThrow();
        }
    }
}
