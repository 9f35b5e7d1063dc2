package dev.buildlog.pipeline;

import com.fasterxml.jackson.core.JacksonException;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bean {@code drops}: what a git hook left word of, as entries. A drop is JSON, {@code {"root": "/path/of/checkout",
 * "entries": ["buildlog/2026-01-10-auth.md"]}}; it only says where to look.
 */
public final class HookDrops {

    private final Pipelines pipelines;

    HookDrops(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    /** One hook's word: look at these entries of this checkout. */
    record Drop(String root, List<String> entries) {}

    /**
     * The entries named by a drop, as they are now.
     *
     * @throws BuildlogException if it is not such JSON, or names a checkout that is not served here or a path outside its
     *     journal
     */
    public List<EntryVersion> entries(String json) {
        Drop drop = read(json);
        Path root = pipelines.checkouts().stream().map(checkout -> checkout.root())
                .filter(served -> served.toString().equals(drop.root())).findFirst()
                .orElseThrow(() -> new BuildlogException("the drop names " + drop.root() + ", which is not served here"));
        Capture capture = pipelines.capture(root);
        List<EntryVersion> entries = new ArrayList<>();
        for (String path : drop.entries()) {
            if (!isInside(capture.folder(), path)) {
                throw new BuildlogException("the drop names " + path + ", which is not in the journal " + capture.folder());
            }
            capture.look(path, entries::add);
        }
        return entries;
    }

    private static Drop read(String json) {
        try {
            Drop drop = Wire.json().readValue(json, Drop.class);
            if (drop != null && drop.root() != null && drop.entries() != null) {
                return drop;
            }
        } catch (JacksonException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "the drop is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new BuildlogException("the drop lacks 'root' or 'entries'");
    }

    private static boolean isInside(String folder, String path) {
        try {
            return Path.of(path).equals(Path.of(path).normalize()) && Path.of(folder).equals(Path.of(path).getParent());
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
