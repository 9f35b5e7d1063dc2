package dev.buildlog.ledger;

import dev.buildlog.curate.Forgotten;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.seed.SeedReader;
import dev.buildlog.seed.SeedWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was forgotten out of messages before they are stored: out of every text and every list of texts of a record, however
 * deep, so that one that gets a new text need not be thought of here. Names by which facts find each other stay.
 */
final class Erasure {

    private static final Set<String> NAMES = Set.of("id", "project", "kind", "session", "run", "review", "commit", "policy",
            "tree", "hash", "rules", "rulesConsulted", "correctedBy", "relatedTo", "root", "worktree", "type", "emittedAt",
            "severity", "outcome", "relation", "stopAt", "targets");

    private Erasure() {}

    /** {@code message} without what was forgotten. */
    static <T extends Record> T of(Forgotten forgotten, T message) {
        return forgotten.isEmpty() ? message : record(forgotten, message);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T record(Forgotten forgotten, T message) {
        RecordComponent[] components = message.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(message);
                values[i] = NAMES.contains(components[i].getName()) && !isOfRecords(value) ? value : value(forgotten, value);
            }
            Constructor<?> canonical = message.getClass().getDeclaredConstructor(Arrays.stream(components)
                    .map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (T) canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("a " + message.getClass().getSimpleName() + " without what was forgotten is none: "
                    + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfRecords(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Record;
    }

    private static @Nullable Object value(Forgotten forgotten, @Nullable Object value) {
        if (value instanceof String text) {
            return forgotten.erase(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> value(forgotten, item)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> clean = new LinkedHashMap<>();
            map.forEach((key, item) -> clean.put(key, "id".equals(key) ? item : value(forgotten, item)));
            return clean;
        }
        return value instanceof Record inner ? record(forgotten, inner) : value;
    }

    /**
     * The text of a seed file without what was forgotten, and without rules of which nothing is left. It goes on being a seed
     * file, which a mark in the middle of YAML would not.
     */
    static String seeds(Forgotten forgotten, String text) {
        if (forgotten.erase(text).equals(text)) {
            return text;
        }
        SeedFile seeds = SeedReader.read("", text).seeds();
        if (seeds == null) {
            return forgotten.erase(text);
        }
        List<SeedRule> rules = seeds.rules().stream().map(rule -> of(forgotten, rule))
                .filter(rule -> !Forgotten.isNothing(rule.rule())).toList();
        return SeedWriter.write(new SeedFile(seeds.persona(), seeds.version(), forgotten.erase(seeds.description()), rules));
    }
}
