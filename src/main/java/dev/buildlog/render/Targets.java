package dev.buildlog.render;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The targets that the descriptors of some folders describe. */
public final class Targets {

    private final List<Path> folders;
    private final Map<String, Target> byId;

    private Targets(List<Path> folders, Map<String, Target> byId) {
        this.folders = folders;
        this.byId = byId;
    }

    /**
     * Reads every {@code *.yaml} of the folders. A later folder's descriptor replaces an earlier one of the same id; a
     * folder that does not exist counts as empty.
     *
     * @throws BuildlogException of kind {@code BAD_CONFIGURATION} listing everything that is wrong, with file and line
     */
    public static Targets load(Path... folders) {
        Map<String, Target> byId = new TreeMap<>();
        for (Path folder : folders) {
            for (Path file : descriptors(folder)) {
                Target target = TargetReader.read(file);
                byId.put(target.id(), target);
            }
        }
        return new Targets(List.of(folders), byId);
    }

    /** @throws BuildlogException of kind {@code BAD_CONFIGURATION} if there is no such target */
    public Target get(String id) {
        Target target = byId.get(id);
        if (target == null) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "unknown target '" + id + "'"
                    + Suggestion.hint(id, byId.keySet(), "") + "; known in "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(", ")) + ": "
                    + (byId.isEmpty() ? "none" : String.join(", ", byId.keySet())), null);
        }
        return target;
    }

    /** All targets, by id. */
    public Collection<Target> all() {
        return List.copyOf(byId.values());
    }

    private static List<Path> descriptors(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION,
                    "cannot list the targets in " + folder + ": " + e.getMessage(), e);
        }
    }
}
