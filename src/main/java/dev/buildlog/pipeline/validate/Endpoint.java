package dev.buildlog.pipeline.validate;

import dev.buildlog.pipeline.validate.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An endpoint as a step or a route names it.
 *
 * @param role what happens with it
 * @param uri the URI as written
 * @param at where the URI stands
 * @param parameters parameters given beside the URI
 * @param step id of the step; empty where it has none
 */
record Endpoint(Role role, String uri, YamlNode at, Map<String, Entry> parameters, String step) {

    enum Role {
        /** A route begins with it. */
        FROM,
        /** Messages go to it; the URI is taken as it stands. */
        TO,
        /** Messages go to it; expressions in the URI are evaluated for each message. */
        DYNAMIC,
        /** A message is fetched from it. */
        POLL
    }

    /** The parameter that carries the name where the URI is a bare scheme. */
    private static final Map<String, String> NAMES = Map.of(
            "direct", "name", "seda", "name", "kamelet", "templateId", "bean", "beanName", "class", "beanName");

    /**
     * The URI taken apart, with placeholders filled from {@code values} and defaults, and the name taken from
     * parameters.
     */
    Address address(Map<String, String> values) {
        Address address = Address.of(Placeholders.fill(uri, values));
        String named = NAMES.get(address.scheme());
        if (!address.name().isEmpty() || named == null || !parameters.containsKey(named)) {
            return address;
        }
        String name = parameters.get(named).value().text();
        return new Address(address.scheme(), Placeholders.fill(name, values), address.options());
    }

    /** Options of the query and parameters together, as written. */
    Map<String, String> options(Address address) {
        Map<String, String> all = new LinkedHashMap<>(address.options());
        parameters.values().forEach(p -> all.put(p.key(), p.value().text()));
        return all;
    }

    boolean sends() {
        return role == Role.TO || role == Role.DYNAMIC;
    }
}
