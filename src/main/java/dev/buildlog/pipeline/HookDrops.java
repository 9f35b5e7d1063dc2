package dev.buildlog.pipeline;

import com.fasterxml.jackson.core.JacksonException;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Commit;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Origin;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bean {@code drops}: what a git hook left word of. A drop is JSON, {@code {"root": "/path/of/checkout", "commit": "..."}} or
 * {@code {"root": "/path/of/checkout", "entries": ["buildlog/2026-01-10-auth.md"]}}; it only says where to look.
 */
public final class HookDrops {

    /** Where the messages of commits stand among the entries. */
    private static final String COMMITS = "commits/";

    private final Pipelines pipelines;
    private final Core core;

    HookDrops(Pipelines pipelines, Core core) {
        this.pipelines = pipelines;
        this.core = core;
    }

    /** One hook's word: look at this commit, or these entries, of this checkout. */
    record Drop(String root, @Nullable List<String> entries, @Nullable String commit) {}

    /**
     * What a drop names, as it is now: the commit, the entries.
     *
     * @throws BuildlogException if it is not such JSON, or names a checkout that is not served here, no commit of it or a path
     *     outside its journal
     */
    public List<Object> named(String json) {
        Drop drop = read(json);
        Path root = pipelines.checkouts().stream().map(checkout -> checkout.root())
                .filter(served -> served.toString().equals(drop.root())).findFirst()
                .orElseThrow(() -> new BuildlogException("the drop names " + drop.root() + ", which is not served here"));
        List<Object> named = new ArrayList<>();
        if (drop.commit() != null) {
            named.add(core.repositories().commit(root, drop.commit()).withOrigin(Origin.HOOK));
        }
        Capture capture = pipelines.capture(root);
        for (String path : drop.entries() == null ? List.<String>of() : drop.entries()) {
            if (!isInside(capture.folder(), path)) {
                throw new BuildlogException("the drop names " + path + ", which is not in the journal " + capture.folder());
            }
            capture.look(path, entry -> named.add(entry.withOrigin(Origin.HOOK)));
        }
        return named;
    }

    /** Sends what a drop named to its door. */
    public void enter(Object named) {
        if (named instanceof Commit commit) {
            pipelines.commit(commit);
        } else if (named instanceof EntryVersion entry) {
            pipelines.entry(entry);
        }
    }

    /** The message of a commit as an entry without a file. */
    public EntryVersion entry(Commit commit) {
        return EntryVersion.of(commit.project(), Holder.SUBMISSION, COMMITS + commit.hash(), commit.date(),
                Sha256.of(commit.message()), commit.message(), commit.at()).withOrigin(commit.origin());
    }

    /**
     * Takes in the drops that name {@code root}, on behalf of a command: no service may be running.
     *
     * @throws IOException if the folder cannot be read
     */
    void takeIn(Path folder, Path root) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, "*.json")) {
            listing.forEach(files::add);
        }
        for (Path file : files) {
            Drop drop = dropIn(file);
            if (drop != null && root.toString().equals(drop.root())) {
                named(Wire.json().writeValueAsString(drop)).forEach(this::enter);
                Files.createDirectories(folder.resolve(".done"));
                Files.move(file, folder.resolve(".done").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** A drop that a service takes away meanwhile, or that is none, is left to the service. */
    private static @Nullable Drop dropIn(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException | BuildlogException e) {
            org.slf4j.LoggerFactory.getLogger(HookDrops.class).debug("{}: {}", file, e instanceof IOException io
                    ? AtomicFile.reason(io) : e.getMessage());
            return null;
        }
    }

    private static Drop read(String json) {
        try {
            Drop drop = Wire.json().readValue(json, Drop.class);
            if (drop != null && drop.root() != null && (drop.entries() != null || drop.commit() != null)) {
                return drop;
            }
        } catch (JacksonException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "the drop is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new BuildlogException("the drop lacks 'root', or both 'commit' and 'entries'");
    }

    private static boolean isInside(String folder, String path) {
        try {
            return Path.of(path).equals(Path.of(path).normalize()) && Path.of(folder).equals(Path.of(path).getParent());
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
