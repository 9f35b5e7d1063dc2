package dev.buildlog.pipeline.validate;

import dev.buildlog.pipeline.validate.YamlNode.Entry;
import dev.buildlog.pipeline.validate.YamlNode.Mapping;

/** Has every route and every step an id and a description? Asked of buildlog's own files only. */
final class HouseStyleCheck {

    private final DslSchema schema;
    private final ParsedFile file;
    private final Findings findings;

    HouseStyleCheck(DslSchema schema, ParsedFile file, Findings findings) {
        this.schema = schema;
        this.file = file;
        this.findings = findings;
    }

    void check() {
        for (YamlNode element : file.root().items()) {
            Entry route = element.entries().get("route");
            if (route != null && route.value().text("description").isBlank()) {
                findings.add(file.file(), route, "the route has no description; say in a few words what it does");
            }
        }
        file.root().eachEntry(EndpointFinder.DATA, entry -> {
            if (entry.key().equals("steps")) {
                entry.value().items().forEach(step -> step.entries().values().forEach(this::step));
            }
        });
    }

    private void step(Entry step) {
        for (String key : new String[] {"id", "description"}) {
            boolean possible = schema.step(step.key()).filter(shape -> shape.keys.containsKey(key)).isPresent();
            boolean there = step.value() instanceof Mapping && !step.value().text(key).isBlank();
            if (possible && !there) {
                findings.add(file.file(), step, "step '" + step.key() + "' has no " + key + "; add one");
            }
        }
    }
}
