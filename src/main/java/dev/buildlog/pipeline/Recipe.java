package dev.buildlog.pipeline;

import dev.buildlog.model.Sha256;
import dev.buildlog.pipeline.validate.FlowGraph;
import dev.buildlog.pipeline.validate.SourceFile;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fingerprint of everything that takes part in reading an entry: the route files and Kamelets that a message at
 * {@code direct:entry} reaches, the settings they name, the prompts if they name them, the jars, and the version of buildlog.
 * When it changes, entries are read again although their files did not change.
 */
final class Recipe {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(buildlog\\.[\\w.]+)");

    private Recipe() {}

    static String of(Parts parts, Map<String, String> properties, String version) {
        StringBuilder all = new StringBuilder(version);
        boolean prompted = false;
        FlowGraph graph = FlowGraph.of(parts.routes(), parts.kamelets());
        for (SourceFile file : graph.reachableFrom(Doors.ENTRY, Set.of(Doors.PUBLISH))) {
            all.append('\n').append(file.name()).append('\n').append(file.text());
            prompted |= file.text().contains("#bean:prompts");
            Matcher names = PLACEHOLDER.matcher(file.text());
            while (names.find()) {
                all.append('\n').append(names.group(1)).append('=').append(properties.get(names.group(1)));
            }
        }
        parts.jars().forEach((name, content) -> all.append('\n').append(name).append(' ')
                .append(Sha256.of(content)));
        if (prompted) {
            parts.prompts().forEach((name, content) -> all.append('\n').append(name).append(' ')
                    .append(Sha256.of(content)));
        }
        return Sha256.of(all.toString()).substring(0, 16);
    }
}
