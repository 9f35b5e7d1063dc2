package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Suggestion;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Is every property that a file asks for declared somewhere, and every declared one asked for? */
final class PlaceholderCheck {

    private static final String OWN = "buildlog.";

    private final Set<String> keys;
    private final Findings findings;

    /** @param keys known property keys */
    PlaceholderCheck(Set<String> keys, Findings findings) {
        this.keys = keys;
        this.findings = findings;
    }

    /** Keys of others (environment, a team's own properties) pass unless they look like a slip of the pen. */
    void routes(ParsedFile file) {
        file.root().eachScalar(scalar -> Placeholders.in(scalar.text()).stream()
                .filter(use -> !use.optional() && !keys.contains(use.key()))
                .filter(use -> use.key().startsWith(OWN) || Suggestion.of(use.key(), keys).isPresent())
                .forEach(use -> findings.add(file.file(), scalar, unknown(use))));
    }

    void kamelet(Kamelet kamelet) {
        YamlNode template = kamelet.template();
        if (template == null) {
            return;
        }
        SourceFile file = kamelet.file().file();
        Set<String> used = new HashSet<>();
        Set<String> local = new TreeSet<>(kamelet.properties().keySet());
        local.addAll(kamelet.beans().keySet());
        template.eachScalar(scalar -> Placeholders.in(scalar.text()).forEach(use -> {
            used.add(use.key());
            if (use.optional() || local.contains(use.key()) || keys.contains(use.key())) {
                return;
            }
            findings.add(file, scalar, use.key().startsWith(OWN) ? unknown(use)
                    : "{{" + use.key() + "}} is used but not declared"
                            + Suggestion.hint(use.key(), local, "; add it to spec.definition.properties"));
        }));
        // scripts of beans get parameters through a call, not through placeholders
        template.items("beans").forEach(bean -> kamelet.properties().keySet().stream()
                .filter(name -> bean.text("script").contains(name))
                .forEach(used::add));
        for (Map.Entry<String, Kamelet.Property> property : kamelet.properties().entrySet()) {
            if (!used.contains(property.getKey())) {
                findings.add(file, property.getValue().at(), "property '" + property.getKey()
                        + "' is declared but not used; use {{" + property.getKey()
                        + "}} in the template or take it out");
            }
        }
    }

    private String unknown(Placeholders.Use use) {
        return "unknown property {{" + use.key() + "}}"
                + Suggestion.hint(use.key(), keys, "; give it a default, {{" + use.key() + ":...}}");
    }
}
