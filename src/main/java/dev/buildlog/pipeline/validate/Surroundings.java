package dev.buildlog.pipeline.validate;

import java.util.Map;
import java.util.Set;

/**
 * What routes may count on besides themselves.
 *
 * @param loader where components, languages and classes are found
 * @param beans beans by name with their class; {@code Object.class} where the class is not known, then no method is
 *     checked
 * @param keys known property keys, for instance {@code buildlog.embeddings.backend}
 * @param components schemes of components that are registered by code
 * @param doors names of the {@code direct:} endpoints that code sends to, for instance {@code entry}
 * @param houseStyle whether the rules for buildlog's own files hold too: every route and step has an id and a
 *     description, descriptions of Kamelets end with a full stop, and every property of a Kamelet has a description
 */
public record Surroundings(
        ClassLoader loader,
        Map<String, Class<?>> beans,
        Set<String> keys,
        Set<String> components,
        Set<String> doors,
        boolean houseStyle) {

    public Surroundings {
        beans = Map.copyOf(beans);
        keys = Set.copyOf(keys);
        components = Set.copyOf(components);
        doors = Set.copyOf(doors);
    }

    /** Nothing but what {@code loader} finds. */
    public static Surroundings of(ClassLoader loader) {
        return new Surroundings(loader, Map.of(), Set.of(), Set.of(), Set.of(), false);
    }

    public Surroundings withBeans(Map<String, Class<?>> newBeans) {
        return new Surroundings(loader, newBeans, keys, components, doors, houseStyle);
    }

    public Surroundings withKeys(Set<String> newKeys) {
        return new Surroundings(loader, beans, newKeys, components, doors, houseStyle);
    }

    public Surroundings withComponents(Set<String> newComponents) {
        return new Surroundings(loader, beans, keys, newComponents, doors, houseStyle);
    }

    public Surroundings withDoors(Set<String> newDoors) {
        return new Surroundings(loader, beans, keys, components, newDoors, houseStyle);
    }

    public Surroundings inHouseStyle() {
        return new Surroundings(loader, beans, keys, components, doors, true);
    }
}
