package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Suggestion;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.spi.EndpointUriFactory;

/** Are Kamelets called by their names, with their parameters, and in the way that works? */
final class KameletUseCheck {

    private final Map<String, Kamelet> kamelets;
    private final Set<String> unread;
    private final ComponentCatalogue catalogue;
    private final Findings findings;

    /** @param unread names of Kamelets whose files could not be read: they exist, no more is known */
    KameletUseCheck(
            Map<String, Kamelet> kamelets, Set<String> unread, ComponentCatalogue catalogue, Findings findings) {
        this.kamelets = kamelets;
        this.unread = unread;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** The {@code kamelet} step makes a later {@code split} of the same route fail when a message arrives. */
    void steps(ParsedFile file) {
        file.root().eachEntry(EndpointFinder.DATA, entry -> {
            if (entry.key().equals("kamelet")) {
                YamlNode value = entry.value();
                String name = value instanceof YamlNode.Scalar ? value.text() : value.text("name");
                findings.add(file.file(), entry,
                        "the kamelet step breaks a later split; write 'to: kamelet:"
                                + (name.isEmpty() ? "NAME" : name) + "'");
            }
        });
    }

    /** @param inKamelet whether {@code file} is a Kamelet itself */
    void check(ParsedFile file, Endpoint endpoint, Map<String, String> values, boolean inKamelet) {
        Address address = endpoint.address(values);
        if (!address.scheme().equals("kamelet") || address.isOpen()) {
            return;
        }
        String name = nameOf(address);
        if (name.equals("source") || name.equals("sink")) {
            if (!inKamelet) {
                findings.add(file.file(), endpoint.at(),
                        "kamelet:" + name
                                + " stands for the caller inside a Kamelet; in a route, name the Kamelet to call");
            }
            return;
        }
        if (unread.contains(name)) {
            return;
        }
        Kamelet kamelet = kamelets.get(name);
        if (kamelet == null) {
            findings.add(file.file(), endpoint.at(), "unknown Kamelet '" + name + "'"
                    + Suggestion.hint(name, kamelets.keySet(), "; add " + name + ".kamelet.yaml to the components"));
            return;
        }
        role(file, endpoint, kamelet);
        if (!EndpointCheck.isComputed(endpoint)) {
            parameters(file, endpoint, address, kamelet);
        }
    }

    /** The Kamelet's name: an address may add a route id after a slash. */
    static String nameOf(Address address) {
        int slash = address.name().indexOf('/');
        return slash < 0 ? address.name() : address.name().substring(0, slash);
    }

    private void role(ParsedFile file, Endpoint endpoint, Kamelet kamelet) {
        boolean begins = endpoint.role() == Endpoint.Role.FROM;
        if (begins && (kamelet.type().equals("action") || kamelet.type().equals("sink"))) {
            findings.add(file.file(), endpoint.at(),
                    "'" + kamelet.name() + "' is of type " + kamelet.type()
                            + " and cannot begin a route; call it with to");
        } else if (!begins && kamelet.type().equals("source")) {
            findings.add(file.file(), endpoint.at(),
                    "'" + kamelet.name() + "' is of type source and can only begin a route; put it under from");
        }
    }

    private void parameters(ParsedFile file, Endpoint endpoint, Address address, Kamelet kamelet) {
        Set<String> given = endpoint.options(address).keySet();
        Set<String> ofEndpoint = catalogue.options("kamelet").map(EndpointUriFactory::propertyNames).orElse(Set.of());
        Set<String> meant = new TreeSet<>(given);
        for (String parameter : given) {
            if (!kamelet.properties().containsKey(parameter) && !ofEndpoint.contains(parameter)
                    && !parameter.contains("{{")) {
                String message = "Kamelet '" + kamelet.name() + "' has no parameter '" + parameter + "'"
                        + Suggestion.hintOrList(parameter, kamelet.properties().keySet(), "; take it out");
                Suggestion.of(parameter, kamelet.properties().keySet()).ifPresent(meant::add);
                if (endpoint.parameters().containsKey(parameter)) {
                    findings.add(file.file(), endpoint.parameters().get(parameter), message);
                } else {
                    findings.add(file.file(), endpoint.at(), message);
                }
            }
        }
        kamelet.properties().forEach((name, property) -> {
            if (property.required() && property.preset() == null && !meant.contains(name)) {
                findings.add(file.file(), endpoint.at(), "Kamelet '" + kamelet.name() + "' needs the parameter '" + name
                        + "'" + (property.title().isEmpty() ? "" : " (" + property.title() + ")")
                        + "; add it under parameters");
            }
        });
    }
}
