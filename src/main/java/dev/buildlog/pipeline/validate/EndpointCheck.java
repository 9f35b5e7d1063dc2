package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Suggestion;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.spi.EndpointUriFactory;

/** Do the components and endpoint options that a file names exist? */
final class EndpointCheck {

    /** Understood by every endpoint, whether its component lists them or not. */
    private static final Set<String> GENERAL =
            Set.of("bridgeErrorHandler", "exceptionHandler", "exchangePattern", "lazyStartProducer", "synchronous");

    private final ComponentCatalogue catalogue;
    private final Findings findings;

    EndpointCheck(ComponentCatalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** @param values what is known of placeholders: the defaults of a Kamelet's properties */
    void check(ParsedFile file, Endpoint endpoint, Map<String, String> values) {
        Address address = endpoint.address(values);
        if (address.scheme().isEmpty()) {
            return;
        }
        if (!endpoint.parameters().isEmpty() && endpoint.uri().indexOf('?') >= 0) {
            findings.add(file.file(), endpoint.at(),
                    "options stand both in the uri and under parameters; keep one place, parameters for instance");
        }
        if (!catalogue.hasComponent(address.scheme())) {
            findings.add(file.file(), endpoint.at(), "unknown component '" + address.scheme() + "'"
                    + Suggestion.hint(address.scheme(), catalogue.schemes(),
                            "; check the name, or put the component's jar on the class path"));
        } else if (!address.scheme().equals("kamelet") && !isComputed(endpoint)) {
            catalogue.options(address.scheme())
                    .filter(factory -> !factory.isLenientProperties())
                    .ifPresent(factory -> options(file, endpoint, address, factory));
        }
    }

    /** Whether the options are only known when a message arrives. */
    static boolean isComputed(Endpoint endpoint) {
        return endpoint.role() == Endpoint.Role.DYNAMIC && endpoint.uri().contains("${");
    }

    private void options(ParsedFile file, Endpoint endpoint, Address address, EndpointUriFactory factory) {
        Set<String> known = new TreeSet<>(factory.propertyNames());
        known.addAll(GENERAL);
        for (String option : endpoint.options(address).keySet()) {
            if (known.contains(option) || option.contains("{{") || hasPrefix(option, factory)) {
                continue;
            }
            String message = "unknown option '" + option + "' of " + address.scheme()
                    + Suggestion.hintOrList(option, known, "; take it out");
            if (endpoint.parameters().containsKey(option)) {
                findings.add(file.file(), endpoint.parameters().get(option), message);
            } else {
                findings.add(file.file(), endpoint.at(), message);
            }
        }
    }

    private static boolean hasPrefix(String option, EndpointUriFactory factory) {
        return factory.multiValuePrefixes().values().stream().anyMatch(option::startsWith);
    }
}
