package dev.buildlog.pipeline.validate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.EndpointUriFactory;

/** What the jars on the class path offer, read from the service files that Camel itself reads. Starts nothing. */
final class ComponentCatalogue {

    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    private final ClassLoader loader;
    private final Set<String> registered;
    private final Map<String, Optional<EndpointUriFactory>> factories = new ConcurrentHashMap<>();

    /** Looking through all jars takes about a millisecond; a component that is there stays there. */
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    /** @param registered schemes of components that code registers */
    ComponentCatalogue(ClassLoader loader, Set<String> registered) {
        this.loader = loader;
        this.registered = registered;
    }

    boolean hasComponent(String scheme) {
        return registered.contains(scheme) || isFileName(scheme) && has("component/" + scheme);
    }

    /** All schemes there are. */
    Set<String> schemes() {
        Set<String> all = new TreeSet<>(registered);
        try {
            for (URL list : Collections.list(loader.getResources(SERVICES + "component.properties"))) {
                try (InputStream in = list.openStream()) {
                    Properties properties = new Properties();
                    properties.load(in);
                    all.addAll(Set.of(properties.getProperty("components", "").strip().split("\\s+")));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // only suggestions depend on it
            return all;
        }
        all.remove("");
        return all;
    }

    /** What is known about the options of a component's endpoints; nothing where the component does not say. */
    Optional<EndpointUriFactory> options(String scheme) {
        return isFileName(scheme) ? factories.computeIfAbsent(scheme, this::load) : Optional.empty();
    }

    private Optional<EndpointUriFactory> load(String scheme) {
        try (InputStream in = loader.getResourceAsStream(SERVICES + "urifactory/" + scheme + "-endpoint")) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            Object factory = Class.forName(properties.getProperty("class", ""), true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
            return factory instanceof EndpointUriFactory known ? Optional.of(known) : Optional.empty();
        } catch (IOException | ReflectiveOperationException | LinkageError | RuntimeException e) {
            // a damaged jar: its options go unchecked here, and the context says more when it loads the component
            return Optional.empty();
        }
    }

    private boolean has(String service) {
        if (!found.contains(service) && loader.getResource(SERVICES + service) != null) {
            found.add(service);
        }
        return found.contains(service);
    }

    private static boolean isFileName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9+._-]*");
    }
}
