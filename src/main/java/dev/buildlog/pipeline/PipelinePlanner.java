package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which pipelines there should be: reads the layers of each checkout, has them checked, and groups the checkouts whose
 * parts and settings are equal. Where a change is refused, the parts that were good before stay in force.
 */
final class PipelinePlanner {

    /** Placeholders that are no settings: where the home and the target descriptors are. */
    static final Set<String> OWN_KEYS = Set.of("buildlog.home", Pipeline.TARGETS);

    /** What was decided, and what was refused on the way. */
    record Plans(List<Group> groups, List<Problem> problems) {}

    private record Source(Parts parts, Map<String, String> properties, String key) {}

    private final Core core;
    private final PartsMemory memory;
    private final Function<@Nullable Path, Map<String, String>> settings;
    private final BiFunction<Parts, Map<String, String>, List<Problem>> check;
    private final Map<Path, Source> good = new HashMap<>();
    private final Map<Path, Source> earlier = new HashMap<>();
    private final Map<String, List<Problem>> verdicts = new HashMap<>();

    /**
     * @param settings effective settings of a checkout as {@code buildlog.*} properties; of the home for null
     * @param check finds what is wrong with parts, given the properties; empty when they may start
     */
    PipelinePlanner(Core core, Function<@Nullable Path, Map<String, String>> settings,
            BiFunction<Parts, Map<String, String>, List<Problem>> check) {
        this.core = core;
        this.memory = new PartsMemory(core.home());
        this.settings = settings;
        this.check = check;
    }

    /** Plans for {@code checkouts}, from the files as they are now. */
    Plans plan(List<Checkout> checkouts) {
        List<Problem> problems = new ArrayList<>();
        List<PartFolder> base = List.of(PartFolder.read(core.application()), PartFolder.read(core.home()));
        Map<String, List<Checkout>> members = new LinkedHashMap<>();
        Map<String, Source> sources = new HashMap<>();
        Optional<Source> common = accepted(core.home(), null, base, problems);
        common.ifPresent(source -> {
            sources.put(source.key(), source);
            members.put(source.key(), new ArrayList<>());
        });
        for (Checkout checkout : checkouts) {
            own(checkout.root(), base, problems).ifPresent(source -> {
                sources.putIfAbsent(source.key(), source);
                members.computeIfAbsent(source.key(), key -> new ArrayList<>()).add(checkout);
            });
        }
        List<Group> groups = new ArrayList<>();
        members.forEach((key, served) -> {
            Source source = sources.get(key);
            boolean shared = common.map(Source::key).filter(key::equals).isPresent();
            groups.add(new Group(key, shared ? "shared" : served.get(0).project().name(), source.parts(), source.properties(),
                    recipe(source), List.copyOf(served), shared));
        });
        return new Plans(groups, problems.stream().distinct().toList());
    }

    private String recipe(Source source) {
        String key = Sha256.of("recipe " + core.version() + ' ' + source.key());
        return memory.recall(key).orElseGet(() -> {
            String recipe = Recipe.of(source.parts(), source.properties(), core.version());
            memory.remember(key, recipe);
            return recipe;
        });
    }

    /**
     * Remembers that the parts of {@code group} do not start, though nothing was found wrong with them: back to the last ones.
     */
    void refuse(Group group, Problem problem) {
        verdicts.put(group.key(), List.of(problem));
        good.entrySet().removeIf(place -> place.getValue().key().equals(group.key()));
        earlier.values().removeIf(source -> source.key().equals(group.key()));
        earlier.forEach(good::putIfAbsent);
    }

    /** The source to use for a place: what its files say now if that is all right, else what was all right before. */
    private Optional<Source> accepted(Path place, @Nullable Path root, List<PartFolder> layers, List<Problem> problems) {
        Source before = good.get(place);
        Source now;
        try {
            Parts parts = Parts.layered(layers);
            Map<String, String> properties = new TreeMap<>(settings.apply(root));
            properties.put("buildlog.home", core.home().toString());
            now = new Source(parts, properties, Sha256.of(parts.hash() + properties));
        } catch (BuildlogException e) {
            problems.add(new Problem(place.toString(), 0, 0, e.getMessage()));
            return Optional.ofNullable(before);
        }
        List<Problem> found = verdicts.computeIfAbsent(now.key(), key -> check.apply(now.parts(), now.properties()));
        if (found.isEmpty()) {
            Source last = good.put(place, now);
            if (last != null && !last.key().equals(now.key())) {
                earlier.put(place, last);
            }
            return Optional.of(now);
        }
        problems.addAll(found);
        return Optional.ofNullable(before);
    }

    /** The source of one checkout; what its user has not trusted takes no part. */
    private Optional<Source> own(Path root, List<PartFolder> base, List<Problem> problems) {
        PartFolder own = PartFolder.read(root.resolve(".buildlog"));
        if (own.isEmpty() || core.trust().covers(root.toString(), own.hash())) {
            List<PartFolder> layers = new ArrayList<>(base);
            layers.add(own);
            problems.addAll(own.misplaced());
            return accepted(root, root, own.isEmpty() ? base : layers, problems);
        }
        problems.add(new Problem(own.base().toString(), 0, 0, "not trusted, so not loaded: "
                + String.join(", ", own.files().keySet()) + ". Read them, then run 'buildlog trust' in " + root));
        Source before = good.get(root);
        return before == null ? accepted(root, root, base, problems) : Optional.of(before);
    }
}
