package dev.buildlog.pipeline.validate;

import java.util.Map;
import java.util.TreeMap;

/**
 * Do the beans of a Kamelet's template have names of their own?
 *
 * <p>Camel takes such a bean for given, and does not make it, wherever any value that the Kamelet gets equals the bean's name:
 * a parameter, the Kamelet's name, the id of the step that calls it or of the route around. The start then fails with
 * "Property with key [name] not found".
 */
final class BeanNameCheck {

    private static final String EFFECT = ", and Camel then does not find the bean; ";

    private final Map<String, Kamelet> kamelets;
    private final Findings findings;

    BeanNameCheck(Map<String, Kamelet> kamelets, Findings findings) {
        this.kamelets = kamelets;
        this.findings = findings;
    }

    /** The beans of one Kamelet against what it says itself. */
    void kamelet(Kamelet kamelet) {
        SourceFile file = kamelet.file().file();
        kamelet.beans().forEach((bean, at) -> {
            if (bean.equals(kamelet.name())) {
                findings.add(file, at, "bean '" + bean + "' has the name of the Kamelet" + EFFECT + "rename the bean");
            } else if (kamelet.presets().containsValue(bean)) {
                findings.add(file, at, "bean '" + bean + "' has the name of a parameter's default" + EFFECT
                        + "rename the bean");
            }
        });
    }

    /** Every route of a file. */
    void routes(ParsedFile file) {
        for (YamlNode element : file.root().items()) {
            for (YamlNode.Entry entry : element.entries().values()) {
                boolean bare = entry.key().equals("from");
                steps(file, bare ? element : entry.value(), entry.value().text("id"), Map.of());
            }
        }
    }

    /**
     * The Kamelets called in {@code tree}.
     *
     * @param route id of the route; empty where it has none
     * @param values what placeholders in {@code tree} stand for
     */
    void steps(ParsedFile file, YamlNode tree, String route, Map<String, String> values) {
        for (Endpoint endpoint : EndpointFinder.in(tree)) {
            Address address = endpoint.address(values);
            Kamelet kamelet = address.scheme().equals("kamelet") && !EndpointCheck.isComputed(endpoint)
                    ? kamelets.get(KameletUseCheck.nameOf(address)) : null;
            if (kamelet == null) {
                continue;
            }
            Map<String, String> given = new TreeMap<>();
            endpoint.options(address).forEach((name, value) ->
                    given.put(Placeholders.fill(value, values), "value of parameter '" + name + "'"));
            given.put(route, "id of the route");
            given.put(endpoint.step(), "id of the step");
            kamelet.beans().keySet().stream().filter(given::containsKey).forEach(bean -> findings.add(file.file(),
                    endpoint.at(), "'" + bean + "' is the " + given.get(bean) + " and also a bean in " + kamelet.name()
                            + Kamelet.ENDING + EFFECT + "rename one of them"));
        }
    }
}
