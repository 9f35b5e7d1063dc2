package dev.buildlog.pipeline.validate;

import dev.buildlog.pipeline.validate.YamlNode.Entry;
import dev.buildlog.pipeline.validate.YamlNode.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Has every route an id, is every id the only one of its kind, and does everything stand where Camel accepts it?
 *
 * <p>Camel wants ids of routes and steps to be different from each other within one context, whatever their file.
 */
final class IdCheck {

    private static final Set<String> BEFORE_ROUTES = Set.of(
            "errorHandler", "intercept", "interceptFrom", "interceptSendToEndpoint", "onCompletion", "onException");

    private final Map<String, String> ids = new HashMap<>();
    private final Findings findings;

    IdCheck(Findings findings) {
        this.findings = findings;
    }

    void check(ParsedFile file) {
        int firstRoute = 0;
        for (YamlNode element : file.root().items()) {
            for (Entry entry : element.entries().values()) {
                if (entry.key().equals("route") || entry.key().equals("from")) {
                    firstRoute = firstRoute == 0 ? entry.line() : firstRoute;
                    route(file, entry);
                } else if (BEFORE_ROUTES.contains(entry.key()) && firstRoute > 0) {
                    findings.add(file.file(), entry, entry.key()
                            + " must stand before the first route of the file (line "
                            + firstRoute + "); move it up");
                }
            }
        }
    }

    private void route(ParsedFile file, Entry route) {
        if (route.value() instanceof YamlNode.Mapping && route.value().text("id").isBlank()) {
            findings.add(file.file(), route, "the route has no id; add one that begins with the file's name");
        }
        id(file, route.value());
        YamlNode steps = route.key().equals("route") ? route.value().at("from", "steps") : route.value().at("steps");
        if (steps != null) {
            steps.eachEntry(EndpointFinder.DATA, entry -> id(file, entry.value()));
        }
    }

    private void id(ParsedFile file, YamlNode holder) {
        if (!(holder.at("id") instanceof Scalar id) || id.text().isBlank() || id.text().contains("{{")) {
            return;
        }
        String place = file.file().name() + " line " + id.line();
        String other = ids.putIfAbsent(id.text(), place);
        if (other != null) {
            findings.add(file.file(), id, "id '" + id.text() + "' is taken by " + other
                    + "; ids of routes and steps must differ across all files");
        }
    }
}
