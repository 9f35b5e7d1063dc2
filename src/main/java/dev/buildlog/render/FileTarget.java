package dev.buildlog.render;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.files.PathLock;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One target in one checkout: brings the file on disk up to date. */
public final class FileTarget {

    private static final int TRIES = 5;

    private final Path root;
    private final Target target;
    private final Path named;
    private final @Nullable Undo undo;

    /**
     * A file and what rendering would make of it.
     *
     * @param existing content of the file; empty where there is none
     */
    public record Look(byte[] existing, Rendering rendering) {

        /** Content of the file after rendering; empty where it would be removed. */
        public byte[] after() {
            FileChange change = rendering.change();
            if (change instanceof FileChange.Written written) {
                return written.content();
            }
            if (change instanceof FileChange.Removed removed) {
                return removed.content();
            }
            return change instanceof FileChange.FileRemoved ? new byte[0] : existing;
        }
    }

    /** @param root root of the checkout */
    public FileTarget(Path root, Target target) {
        this(root, target, null);
    }

    private FileTarget(Path root, Target target, @Nullable Undo undo) {
        this.root = root;
        this.target = target;
        this.named = root.resolve(target.path());
        this.undo = undo;
    }

    /** The same, remembering in {@code folder} what the file held before each rendering, for {@link #revert}. */
    public FileTarget remembering(Path folder) {
        return new FileTarget(root, target, new Undo(folder));
    }

    /**
     * Brings the file up to date with a policy. Where somebody else changes the file meanwhile, starts again from what they
     * wrote.
     *
     * @param force whether to overwrite what a person has edited in buildlog's own part; a copy is kept aside either way
     * @return what was done; its change is never {@link FileChange.Refused}
     * @throws BuildlogException if the file cannot or must not be written; it is then as it was
     */
    public Rendering render(Policy policy, boolean force) {
        try {
            Path file = CheckoutFile.locate(root, target.path());
            try (PathLock lock = PathLock.acquire(file)) {
                if (Files.isDirectory(file.getParent())) {
                    AtomicFile.tidy(file.getParent());
                }
                for (int i = 0; i < TRIES; i++) {
                    byte[] existing = read(file);
                    Rendering rendering = Rendering.of(named.toString(), existing, policy, target);
                    if (apply(file, existing, rendering.change(), force)) {
                        return rendering;
                    }
                }
            }
        } catch (IOException e) {
            throw failed(AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw failed(AtomicFile.reason(e.getCause()), e);
        }
        throw failed("another program keeps changing it; render again once it is done", null);
    }

    /**
     * What {@link #render} would do, without doing it.
     *
     * @throws BuildlogException if the file cannot be read or must not be written
     */
    public Look look(Policy policy) {
        return look(policy, existing());
    }

    /**
     * The same for a file of this content: a function of policy, target and content alone.
     *
     * @param existing null where there is no file
     */
    public Look look(Policy policy, byte @Nullable [] existing) {
        Rendering rendering = Rendering.of(named.toString(), existing, policy, target);
        if (rendering.change() instanceof FileChange.Refused refused) {
            throw new BuildlogException(refused.problem().toString());
        }
        return new Look(existing == null ? new byte[0] : existing, rendering);
    }

    /**
     * What the file holds; null where there is none.
     *
     * @throws BuildlogException if it cannot be read or must not be written
     */
    public byte @Nullable [] existing() {
        try {
            return read(CheckoutFile.locate(root, target.path()));
        } catch (IOException e) {
            throw failed(AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw failed(AtomicFile.reason(e.getCause()), e);
        }
    }

    private boolean apply(Path file, byte @Nullable [] existing, FileChange change, boolean force) throws IOException {
        if (change instanceof FileChange.Refused refused) {
            throw new BuildlogException(refused.problem().toString());
        }
        if (change instanceof FileChange.Unchanged) {
            return true;
        }
        if (existing != null && change.edited()) {
            String copy = KeptAside.keep(root.toRealPath(), target.path(), existing);
            if (!force) {
                throw failed("somebody has edited what buildlog writes there, and it was left alone; a copy is in " + copy
                        + ". Move text of your own " + (target.ownership() == Target.Ownership.WHOLE_FILE ? "to another file"
                        : "out of buildlog's part") + ", then overwrite the rest: buildlog render --force --target "
                        + target.id(), null);
            }
        }
        if (existing != null && !Files.isWritable(file)) {
            throw failed("it is read-only; make it writable, or take this target out of the publish route", null);
        }
        byte[] content = change instanceof FileChange.Written written ? written.content()
                : change instanceof FileChange.Removed removed ? removed.content() : null;
        if (undo != null) {
            undo.keep(file, existing, content);
        }
        return replace(file, existing, content);
    }

    private static boolean replace(Path file, byte @Nullable [] existing, byte @Nullable [] content) throws IOException {
        return content != null
                ? AtomicFile.writeIf(file, content, () -> Arrays.equals(existing, read(file)))
                : Arrays.equals(existing, read(file)) && Files.deleteIfExists(file);
    }

    /**
     * Gives the file the content it had before it was last rendered; once, for only one state is remembered.
     *
     * @param force whether to do so even where somebody has changed the file since; a copy is kept aside
     * @return whether there was a state to go back to
     * @throws BuildlogException if the file has changed since, or cannot be written; it is then as it was
     */
    public boolean revert(boolean force) {
        try {
            Path file = CheckoutFile.locate(root, target.path());
            try (PathLock lock = PathLock.acquire(file)) {
                Undo.State state = undo == null ? null : undo.of(file).orElse(null);
                if (undo == null || state == null) {
                    return false;
                }
                byte[] current = read(file);
                if (!state.isOf(current) && current != null) {
                    String copy = KeptAside.keep(root.toRealPath(), target.path(), current);
                    if (!force) {
                        throw failed("it has changed since it was rendered, and was left alone; a copy is in " + copy
                                + ". To go back all the same: buildlog render --revert --force --target " + target.id(), null);
                    }
                }
                if (state.before() == null && current == null || replace(file, current, state.before())) {
                    undo.forget(file);
                    return true;
                }
            }
        } catch (IOException e) {
            throw failed(AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw failed(AtomicFile.reason(e.getCause()), e);
        }
        throw failed("another program keeps changing it; try again once it is done", null);
    }

    private static byte @Nullable [] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BuildlogException failed(String reason, @Nullable Exception cause) {
        return CheckoutFile.failed(root, target.path(), reason, cause);
    }
}
