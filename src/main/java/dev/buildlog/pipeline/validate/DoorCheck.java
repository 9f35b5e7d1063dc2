package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Suggestion;
import dev.buildlog.pipeline.validate.Endpoint.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does a route begin wherever something is sent within a context ({@code direct:}, {@code seda:})? */
final class DoorCheck {

    private final Map<String, Kamelet> kamelets;
    private final Set<String> open = new HashSet<>();
    private final boolean complete;
    private final Findings findings;

    /** @param complete whether every route file could be read; where not, a route may begin in one that could not */
    DoorCheck(List<ParsedFile> routes, Map<String, Kamelet> kamelets, boolean complete, Findings findings) {
        this.kamelets = kamelets;
        this.complete = complete;
        this.findings = findings;
        routes.forEach(file -> consumers(EndpointFinder.in(file.root()), Map.of()));
        kamelets.values().forEach(kamelet -> consumers(kamelet.endpoints(), kamelet.presets()));
    }

    private void consumers(Collection<Endpoint> endpoints, Map<String, String> values) {
        endpoints.stream()
                .filter(e -> e.role() == Role.FROM || e.role() == Role.POLL)
                .map(e -> e.address(values))
                .filter(Address::isDoor)
                .forEach(address -> open.add(address.plain()));
    }

    /** @param doors names of the doors that code sends to */
    void fromCode(Set<String> doors, SourceFile anyRoute) {
        for (String door : doors) {
            if (complete && !open.contains("direct:" + door)) {
                findings.add(anyRoute, 0, 0, "no route of any file begins with direct:" + door
                        + ", where buildlog sends to"
                        + Suggestion.hint("direct:" + door, open, "; add one, or restore the shipped route file"));
            }
        }
    }

    void check(ParsedFile file, Endpoint endpoint, Map<String, String> values) {
        Address address = endpoint.address(values);
        if (endpoint.sends()) {
            sentTo(file, endpoint, address, "");
        }
        if (address.scheme().equals("kamelet") && !address.isOpen()) {
            Kamelet kamelet = kamelets.get(KameletUseCheck.nameOf(address));
            if (kamelet != null) {
                insideKamelet(file, endpoint, kamelet, endpoint.options(address));
            }
        }
    }

    /** Doors that a Kamelet only learns from its caller. The others are reported where the Kamelet names them. */
    private void insideKamelet(ParsedFile file, Endpoint use, Kamelet kamelet, Map<String, String> options) {
        for (Endpoint inner : kamelet.endpoints()) {
            Address called = inner.address(kamelet.values(options));
            if (inner.sends() && !called.equals(inner.address(kamelet.presets()))) {
                sentTo(file, use, called, " (through " + kamelet.name() + ")");
            }
        }
    }

    private void sentTo(ParsedFile file, Endpoint at, Address address, String how) {
        if (complete && address.isDoor() && !address.isOpen() && !open.contains(address.plain())) {
            findings.add(file.file(), at.at(), "no route begins with " + address.plain() + how
                    + Suggestion.hint(address.plain(), open, "; add one or take this step out"));
        }
    }
}
