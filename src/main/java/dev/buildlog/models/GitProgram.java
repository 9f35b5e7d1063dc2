package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program git, for what a person asked for by name: commits, and the place of the hooks. */
public final class GitProgram {

    private static final int PATIENCE_SECONDS = 20;

    /** Where git looks for hooks in the checkout at {@code root}, links resolved as far as they lead; empty outside git. */
    public Optional<Path> hooks(Path root) {
        List<String> lines = ask(root, "rev-parse", "--git-path", "hooks").lines().toList();
        return lines.isEmpty() || lines.get(0).isEmpty() ? Optional.empty() : Optional.of(root.resolve(lines.get(0)).normalize());
    }

    /** Full hash of the commit that is checked out; empty where there is none yet. */
    public Optional<String> head(Path root) {
        return Optional.of(ask(root, "rev-parse", "-q", "--verify", "HEAD").strip()).filter(hash -> !hash.isEmpty());
    }

    /**
     * Runs {@code git commit} with these arguments, on the terminal of this process.
     *
     * @return git's exit code
     */
    public int commit(Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "commit"));
        command.addAll(arguments);
        try {
            ProcessBuilder git = new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
            git.environment().put("BUILDLOG_COMMIT", "1");
            return git.start().waitFor();
        } catch (IOException e) {
            throw missing(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildlogException("interrupted while git was at work");
        }
    }

    /**
     * What a program said.
     *
     * @param code exit code
     * @param text of both outputs
     */
    public record Said(int code, String text) {}

    /** As {@link #commit}, for a process whose input and output are not those of a person: no editor opens. */
    public Said commitQuietly(Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "commit"));
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().putAll(Map.of("BUILDLOG_COMMIT", "1", "GIT_EDITOR", "true"));
            Process git = builder.start();
            git.getOutputStream().close();
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(git.waitFor(), text);
        } catch (IOException e) {
            throw missing(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildlogException("interrupted while git was at work");
        }
    }

    /** What git prints, or nothing where it fails. */
    private static String ask(Path root, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            git.getOutputStream().close();
            String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                throw new BuildlogException("git does not answer in " + root);
            }
            return git.exitValue() == 0 ? out : "";
        } catch (IOException e) {
            throw missing(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildlogException("interrupted while git was at work");
        }
    }

    private static BuildlogException missing(IOException e) {
        return new BuildlogException(BuildlogException.Kind.FAILED, "The program git cannot be run: " + e.getMessage()
                + ". Install it, or put it on the PATH.", e);
    }
}
