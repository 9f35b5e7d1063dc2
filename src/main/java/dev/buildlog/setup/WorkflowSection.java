package dev.buildlog.setup;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How to work with buildlog, in the files that agents read first: {@code AGENTS.md}, made where it is missing, and
 * {@code CLAUDE.md} where there is one. Where one is a link to the other, the section stands there once.
 */
public final class WorkflowSection implements SetupStep {

    static final String NAME = "workflow_section";

    private final List<PartFile> files = new ArrayList<>();
    private final Path root;

    /** @param root real path of the checkout's root */
    public WorkflowSection(Path root) {
        this.root = root;
        String body = text();
        Path agents = root.resolve("AGENTS.md");
        Path claude = root.resolve("CLAUDE.md");
        files.add(new PartFile(agents, MarkedPart.WORKFLOW, body));
        if (Files.exists(claude) && !isSame(agents, claude)) {
            files.add(new PartFile(claude, MarkedPart.WORKFLOW, body));
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException(other + " cannot be read", e);
        }
    }

    @Override
    public Check check() {
        List<String> missing = new ArrayList<>();
        List<String> old = new ArrayList<>();
        List<String> edited = new ArrayList<>();
        for (PartFile file : files) {
            String name = name(file);
            switch (file.state()) {
                case ABSENT -> missing.add(name);
                case OUTDATED -> old.add(name);
                case EDITED -> edited.add(name);
                case CURRENT -> { }
            }
        }
        if (!missing.isEmpty()) {
            return Check.fail(NAME, String.join(" and ", missing) + " does not tell agents how to work with buildlog: run"
                    + " `buildlog init`.");
        }
        if (!old.isEmpty()) {
            return Check.warn(NAME, "The section in " + String.join(" and ", old) + " is of another version: run `buildlog init`.");
        }
        return Check.pass(NAME, edited.isEmpty() ? "Agents are told how to work with buildlog."
                : "Agents are told how to work with buildlog, in words of your own in " + String.join(" and ", edited) + ".");
    }

    @Override
    public List<String> install() {
        List<String> done = new ArrayList<>();
        files.forEach(this::requireInside);
        for (PartFile file : files) {
            MarkedPart.State state = file.state();
            if (state == MarkedPart.State.ABSENT || state == MarkedPart.State.OUTDATED) {
                file.put();
                done.add((state == MarkedPart.State.ABSENT ? "Told agents in " + name(file) + " how to work with buildlog"
                        : "Brought the section in " + name(file) + " up to date"));
            }
        }
        return done;
    }

    @Override
    public List<String> remove() {
        List<String> done = new ArrayList<>();
        for (PartFile file : files) {
            if (file.state() != MarkedPart.State.ABSENT) {
                file.take();
                done.add("Took the section out of " + name(file));
            }
        }
        return done;
    }

    private void requireInside(PartFile file) {
        if (!file.isInside(root)) {
            throw new BuildlogException(file.path() + " is a link that leaves the repository, so it is not touched. Put a file"
                    + " in its place, or leave it out with --no-claude-md.");
        }
    }

    private String name(PartFile file) {
        return root.relativize(file.path()).toString();
    }

    private static String text() {
        try (InputStream in = WorkflowSection.class.getResourceAsStream("/setup/workflow.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled section cannot be read", e);
        }
    }
}
