package dev.buildlog.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A git repository with a journal in it. */
record Repository(Path root) {

    /** Makes one at {@code root}. */
    static Repository at(Path root) {
        try {
            Files.createDirectories(root.resolve("buildlog"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Repository repository = new Repository(root);
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    /** An entry of that day with these bullets under "Workflow". */
    static String text(String... insights) {
        StringBuilder text = new StringBuilder("# Work\n\n## Improvements\n\n### Workflow\n\n");
        for (String insight : insights) {
            text.append("- ").append(insight).append('\n');
        }
        return text.toString();
    }

    Path entry(String name) {
        return root.resolve("buildlog").resolve(name);
    }

    void write(String name, String text) {
        try {
            Files.writeString(entry(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(entry(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rename(String from, String to) {
        try {
            Files.move(entry(from), entry(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text of a file below the root; empty where there is none. */
    String read(String path) {
        try {
            Path file = root.resolve(path);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (java.nio.file.NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String agents() {
        return read("AGENTS.md");
    }

    String claude() {
        return read("CLAUDE.md");
    }

    /** Runs git here; fails where git fails. */
    String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org",
                "-c", "commit.gpgsign=false", "-c", "advice.detachedHead=false"));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("git", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            Process git = builder.start();
            boolean ended = git.waitFor(1, TimeUnit.MINUTES);
            String text = Files.readString(output);
            Files.delete(output);
            if (!ended || git.exitValue() != 0) {
                throw new AssertionError(command + ": " + text);
            }
            return text.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Has git overlook these files here. */
    void ignore(String... names) {
        try {
            Files.write(root.resolve(".git/info/exclude"), List.of(names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commitAll(String message) {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }
}
