package dev.buildlog.pipeline.validate;

import dev.buildlog.pipeline.validate.Endpoint.Role;
import dev.buildlog.pipeline.validate.YamlNode.Entry;
import dev.buildlog.pipeline.validate.YamlNode.Mapping;
import dev.buildlog.pipeline.validate.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds every endpoint that a tree of routes names, in the order of the file, however deep. */
final class EndpointFinder {

    private static final Map<String, Role> STEPS = Map.of(
            "from", Role.FROM, "to", Role.TO, "toD", Role.DYNAMIC, "wireTap", Role.DYNAMIC, "poll", Role.POLL,
            "deadLetterUri", Role.TO);

    /** Steps whose expression gives the URI. */
    private static final Map<String, Role> EXPRESSIONS = Map.of(
            "enrich", Role.DYNAMIC, "pollEnrich", Role.POLL, "recipientList", Role.DYNAMIC,
            "routingSlip", Role.DYNAMIC, "dynamicRouter", Role.DYNAMIC);

    /** Those of them that take several URIs. */
    private static final Set<String> SEVERAL = Set.of("recipientList", "routingSlip");

    /** A comma may also stand in an option of a URI: what follows it begins without a scheme. */
    private static final Pattern URI = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");

    /** Keys below which nothing is a route. */
    static final Set<String> DATA = Set.of("parameters", "properties", "constructors", "beans", "dataFormats");

    private final List<Endpoint> found = new ArrayList<>();

    private EndpointFinder() {}

    static List<Endpoint> in(YamlNode tree) {
        EndpointFinder finder = new EndpointFinder();
        tree.eachEntry(DATA, finder::entry);
        return finder.found;
    }

    private void entry(Entry entry) {
        Role role = STEPS.get(entry.key());
        Role computed = EXPRESSIONS.get(entry.key());
        if (role != null) {
            add(role, entry.value());
        } else if (computed != null) {
            boolean several = SEVERAL.contains(entry.key());
            expression(computed, entry.value(), several);
            if (entry.value().at("expression") instanceof Mapping nested) {
                expression(computed, nested, several);
            }
        }
    }

    private void add(Role role, YamlNode value) {
        YamlNode uri = value instanceof Scalar ? value : value.at("uri");
        if (uri instanceof Scalar scalar && !scalar.text().isBlank()) {
            found.add(new Endpoint(role, scalar.text().strip(), scalar, value.entries("parameters"), value.text("id")));
        }
    }

    private void expression(Role role, YamlNode holder, boolean several) {
        for (String language : List.of("constant", "simple")) {
            YamlNode given = holder.at(language);
            YamlNode text = given instanceof Mapping nested ? nested.at("expression") : given;
            if (text instanceof Scalar scalar) {
                for (String uri : several ? scalar.text().split(",") : new String[] {scalar.text()}) {
                    if (URI.matcher(uri.strip()).find()) {
                        found.add(new Endpoint(role, uri.strip(), scalar, Map.of(), ""));
                    }
                }
            }
        }
    }
}
