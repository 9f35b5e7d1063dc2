package dev.buildlog.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.StoredConfig;
import org.jspecify.annotations.Nullable;

/** Where a person types commands: a repository, a home, and what was printed last. Commands run in this process. */
final class Desk {

    private final Path repository;
    private final Path install;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable KeptOpen kept;
    private String out = "";
    private String err = "";

    /** @param install folder of the routes and components to use */
    Desk(Path repository, Path home, Path install) {
        this.repository = repository;
        this.install = install;
        environment.put("BUILDLOG_HOME", home.toString());
        environment.put("BUILDLOG_EMISSIONS_ENABLED", "false");
        // what a coin withholds is for the tests that are about it
        environment.put("BUILDLOG_PUBLISH_HOLD_OUT", "0");
    }

    /** A new repository {@code shop} with a person in its git settings, and the parts of this source tree. */
    static Desk in(Path folder) {
        Desk desk = new Desk(folder.resolve("shop"), folder.resolve("home"), Path.of("").toAbsolutePath());
        try (Git git = Git.init().setDirectory(desk.repository.toFile()).setInitialBranch("work").call()) {
            StoredConfig config = git.getRepository().getConfig();
            config.setString("user", null, "name", "Ann Lee");
            config.setString("user", null, "email", "ann@example.org");
            config.save();
        } catch (GitAPIException | IOException e) {
            throw new AssertionError(e);
        }
        return desk;
    }

    /** The same with a variable. */
    Desk with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The same with a process that keeps things between commands. */
    Desk keeping(KeptOpen newKept) {
        kept = newKept;
        return this;
    }

    /** Runs a command; its exit code. */
    int run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int code = new Main(repository, install, environment, new ByteArrayInputStream(new byte[0]), printed, told,
                Clock.systemUTC(), kept, false).run(arguments);
        out = printed.toString(StandardCharsets.UTF_8);
        err = told.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** Runs a command that must succeed and print JSON. */
    JsonNode json(String... arguments) {
        int code = run(arguments);
        if (code != ExitCode.DONE) {
            throw new AssertionError(String.join(" ", arguments) + ": " + code + " " + err);
        }
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(out, e);
        }
    }

    /** What the last command printed as its result. */
    String out() {
        return out;
    }

    /** What it told beside that. */
    String err() {
        return err;
    }

    Path repository() {
        return repository;
    }

    Path write(String path, String text) {
        try {
            Path file = repository.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(repository.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
