package dev.buildlog.pipeline;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The route files, Kamelets and jars of a checkout, looked at without starting anything. */
public final class PartInventory {

    /** The folder of a checkout that holds its own parts. */
    public static final String OWN = ".buildlog";

    private final Core core;
    private final Path root;
    private final PartFolder shipped;
    private final PartFolder home;
    private final PartFolder own;

    public PartInventory(Core core, Path place) {
        this.core = core;
        this.root = core.repositories().locate(place).root();
        this.shipped = PartFolder.read(core.application());
        this.home = PartFolder.read(core.home());
        this.own = PartFolder.read(root.resolve(OWN));
    }

    /**
     * One file.
     *
     * @param path relative to the folder of its layer, for instance {@code routes/learn.camel.yaml}
     * @param layer {@code shipped}, {@code home} or {@code project}
     * @param state {@code in force}, {@code overridden}, {@code refused} or {@code not trusted}
     */
    public record Part(String path, String layer, String state) {}

    /** Every file of every layer; {@code problems} as {@link #problems} gave them. */
    public List<Part> parts(List<Problem> problems) {
        Map<String, PartFolder> layers = new java.util.LinkedHashMap<>();
        layers.put("shipped", shipped);
        layers.put("home", home);
        layers.put("project", own);
        Map<String, String> winner = new TreeMap<>();
        layers.forEach((layer, folder) -> {
            if (!layer.equals("project") || isTrusted()) {
                folder.files().keySet().forEach(path -> winner.put(path, layer));
            }
        });
        Set<String> refused = new TreeSet<>();
        problems.forEach(problem -> refused.add(problem.file()));
        List<Part> parts = new ArrayList<>();
        layers.forEach((layer, folder) -> folder.files().keySet().forEach(path -> {
            String state = refused.contains(folder.base().resolve(path).toString()) ? "refused"
                    : layer.equals("project") && !isTrusted() ? "not trusted"
                    : layer.equals(winner.get(path)) ? "in force" : "overridden";
            parts.add(new Part(path, layer, state));
        }));
        parts.sort(java.util.Comparator.comparing(Part::path).thenComparing(Part::layer));
        return parts;
    }

    /** Everything that is wrong with the effective parts, own ones included whether trusted or not; starts nothing. */
    public List<Problem> problems(Function<@Nullable Path, Map<String, String>> settings, Front front) {
        PipelineBeans beans = new PipelineBeans(core, PipelineBeans.Mode.DRY, front, null, null);
        Map<String, String> properties = settings.apply(root);
        Set<String> keys = new TreeSet<>(properties.keySet());
        keys.addAll(PipelinePlanner.OWN_KEYS);
        List<Problem> problems =
                new ArrayList<>(new PartCheck(core, beans).validate(Parts.layered(List.of(shipped, home, own)), keys,
                        PartCheck.allowsUnguarded(properties)));
        problems.addAll(own.misplaced());
        return problems;
    }

    /** Whether the checkout has parts of its own. */
    public boolean hasOwn() {
        return !own.isEmpty();
    }

    /** Whether the checkout's own parts are trusted as they are now. */
    public boolean isTrusted() {
        return own.isEmpty() || core.trust().covers(root.toString(), own.hash());
    }

    /** Trusts the checkout's own parts as they are now, and names them. */
    public List<String> trust() {
        core.trust().grant(root.toString(), own.hash());
        return List.copyOf(own.files().keySet());
    }

    /** Takes the trust back; true if there was any. */
    public boolean distrust() {
        return core.trust().revoke(root.toString());
    }

    /** The checkout's root. */
    public Path root() {
        return root;
    }

    /**
     * Copies shipped files into the checkout, where they override the shipped ones. What was trusted before stays trusted.
     *
     * @param names file names ({@code learn.camel.yaml}) or their first part ({@code learn}); empty for all
     * @param force whether files that are there are replaced
     * @return the files written
     * @throws BuildlogException if a name is unknown or a file is there already; nothing is written then
     */
    public List<Path> eject(List<String> names, boolean force) {
        Map<Path, byte[]> copies = new TreeMap<>();
        for (String name : names.isEmpty() ? List.of("") : names) {
            Map<Path, byte[]> found = new TreeMap<>();
            shipped.files().forEach((path, content) -> {
                String file = path.substring(path.lastIndexOf('/') + 1);
                if (name.isEmpty() || file.equals(name) || file.substring(0, file.indexOf('.')).equals(name)) {
                    found.put(root.resolve(OWN).resolve(path), content);
                }
            });
            if (found.isEmpty()) {
                throw new BuildlogException("there is no shipped route or part '" + name
                        + "': 'buildlog routes list' shows them");
            }
            copies.putAll(found);
        }
        copies.keySet().stream().filter(file -> !force && Files.exists(file)).findFirst().ifPresent(file -> {
            throw new BuildlogException(file + " is there already: use --force to replace it");
        });
        boolean trusted = isTrusted();
        copies.forEach(AtomicFile::write);
        if (trusted) {
            new PartInventory(core, root).trust();
        }
        return List.copyOf(copies.keySet());
    }
}
