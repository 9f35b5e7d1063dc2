package dev.buildlog.render;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The targets that the descriptors of some folders describe. */
public final class Targets {

    private final Map<String, Target> byId;

    private Targets(Map<String, Target> byId) {
        this.byId = byId;
    }

    /**
     * Reads every {@code *.yaml} of the folders. A later folder's descriptor replaces an earlier one of the same id; a
     * folder that does not exist counts as empty.
     *
     * @throws BuildlogException of kind {@code BAD_CONFIGURATION} listing everything that is wrong, with file and line
     */
    public static Targets load(Path... folders) {
        TreeMap<String, Target> byId = new TreeMap<>();
        for (Path folder : folders) {
            for (Path file : descriptors(folder)) {
                Target target = TargetReader.read(file);
                byId.put(target.id(), target);
            }
        }
        return checked(byId);
    }

    /**
     * The targets of descriptors that were read before.
     *
     * @param descriptors content by file name
     * @throws BuildlogException as {@link #load}
     */
    public static Targets of(Map<String, byte[]> descriptors) {
        TreeMap<String, Target> byId = new TreeMap<>();
        descriptors.forEach((name, content) -> {
            Target target = TargetReader.read(Path.of(name), new String(content, StandardCharsets.UTF_8));
            byId.put(target.id(), target);
        });
        return checked(byId);
    }

    private static Targets checked(TreeMap<String, Target> byId) {
        Map<String, Target> byPath = new TreeMap<>();
        for (Target target : byId.values()) {
            Target other = byPath.putIfAbsent(target.path(), target);
            if (other != null && !other.writesLike(target)) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "the targets " + other.id() + " and "
                        + target.id() + " share the file " + target.path() + ", so their front matter, heading, wording,"
                        + " grouping and ownership must be the same", null);
            }
        }
        return new Targets(byId);
    }

    /**
     * The target of this name. Targets that share a path share the least of their limits.
     *
     * @throws BuildlogException of kind {@code BAD_CONFIGURATION} if there is no such target
     */
    public Target get(String id) {
        Target target = byId.getOrDefault(id, renamed(id));
        if (target == null) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "unknown target '" + id + "'"
                    + Suggestion.hint(id, byId.keySet(), "") + "; known: "
                    + (byId.isEmpty() ? "none" : String.join(", ", byId.keySet())), null);
        }
        return within(target);
    }

    /** The target of this name, as {@link #get}; empty if there is none. */
    public Optional<Target> find(String id) {
        return Optional.ofNullable(byId.getOrDefault(id, renamed(id))).map(this::within);
    }

    private Target within(Target target) {
        return target.within(byId.values().stream().filter(other -> other.path().equals(target.path()))
                .map(Target::limits).reduce(Limits.NONE, Limits::least));
    }

    private @Nullable Target renamed(String id) {
        return byId.values().stream().filter(target -> target.formerly().contains(id)).findFirst().orElse(null);
    }

    /**
     * The targets of these names without those whose file would hold the same rules again for an agent that already reads
     * them: one file is filled once, and a target whose agent reads another chosen target's file is left out.
     *
     * @throws BuildlogException of kind {@code BAD_CONFIGURATION} if there is no target of one of the names
     */
    public List<Target> withoutRepetition(List<String> ids) {
        List<Target> chosen = ids.stream().map(this::get).distinct().toList();
        List<Target> kept = new ArrayList<>();
        for (Target target : chosen) {
            boolean written = kept.stream().anyMatch(other -> other.path().equals(target.path()));
            boolean read = chosen.stream().anyMatch(other -> target.reads().contains(other.id())
                    && !other.reads().contains(target.id()));
            if (!written && !read) {
                kept.add(target);
            }
        }
        return kept;
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
