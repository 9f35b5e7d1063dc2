package dev.buildlog.pipeline.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The beans that routes may name, with their classes where those are known. */
final class BeanIndex {

    private final ClassLoader loader;
    private final Map<String, Class<?>> beans;
    private final boolean complete;

    private BeanIndex(ClassLoader loader, Map<String, Class<?>> beans, boolean complete) {
        this.loader = loader;
        this.beans = beans;
        this.complete = complete;
    }

    /**
     * The beans of {@code surroundings} and those that {@code routes} declare.
     *
     * @param complete whether every route file could be read
     */
    static BeanIndex of(Surroundings surroundings, List<ParsedFile> routes, boolean complete) {
        BeanIndex index = new BeanIndex(surroundings.loader(), new HashMap<>(surroundings.beans()), complete);
        for (ParsedFile file : routes) {
            file.root().eachEntry(Set.of(), entry -> {
                if (entry.key().equals("beans")) {
                    entry.value().items().forEach(bean -> index.beans.put(bean.text("name"), index.classOf(bean)));
                }
            });
        }
        return index;
    }

    /** Whether a bean that is not here does not exist: no file that might declare it went unread. */
    boolean isComplete() {
        return complete;
    }

    boolean contains(String name) {
        return beans.containsKey(name);
    }

    Set<String> names() {
        return new TreeSet<>(beans.keySet());
    }

    /** Class of the bean {@code name}; nothing where it is not known. */
    Optional<Class<?>> typeOf(String name) {
        return Optional.<Class<?>>ofNullable(beans.get(name)).filter(type -> type != Object.class);
    }

    /** Class of a declared bean; {@code Object} where it cannot be told. */
    Class<?> classOf(YamlNode declaration) {
        boolean made = declaration.at("script") != null || declaration.at("factoryBean") != null
                || declaration.at("factoryMethod") != null;
        return made ? Object.class : find(className(declaration.text("type"))).orElse(Object.class);
    }

    Optional<Class<?>> find(String className) {
        try {
            return Optional.of(Class.forName(className, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** The class in {@code #class:a.b.C}, {@code #class:a.b.C('x')}, {@code #class:a.b.C#create} or {@code a.b.C}. */
    static String className(String type) {
        String name = type.startsWith("#class:") ? type.substring("#class:".length()) : type;
        return name.split("[(#]", 2)[0].strip();
    }
}
