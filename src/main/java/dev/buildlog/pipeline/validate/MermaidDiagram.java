package dev.buildlog.pipeline.validate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routes as boxes, grouped by file, with arrows from and to their endpoints. */
final class MermaidDiagram {

    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Set<String> arrows = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    private MermaidDiagram() {}

    static String of(List<FlowGraph.Flow> flows) {
        MermaidDiagram diagram = new MermaidDiagram();
        String file = "";
        for (FlowGraph.Flow flow : flows) {
            if (!flow.file().name().equals(file)) {
                diagram.text.append(file.isEmpty() ? "" : "  end\n");
                file = flow.file().name();
                diagram.text.append("  subgraph ").append(diagram.name("file " + file))
                        .append(label(file)).append('\n');
            }
            diagram.route(flow);
        }
        diagram.text.append(file.isEmpty() ? "" : "  end\n");
        diagram.arrows.forEach(arrow -> diagram.text.append("  ").append(arrow).append('\n'));
        return diagram.text.toString();
    }

    private void route(FlowGraph.Flow flow) {
        String route = name("route " + flow.file().name() + " " + flow.id());
        text.append("    ").append(route).append(label(flow.id().isEmpty() ? "(whole file)" : flow.id())).append('\n');
        if (!flow.from().isEmpty()) {
            arrows.add(endpoint(flow.from()) + " --> " + route);
        }
        flow.to().stream().filter(to -> !to.equals(flow.from())).forEach(to -> arrows.add(route + " --> " + endpoint(to)));
    }

    private String endpoint(String address) {
        boolean known = nodes.containsKey(address);
        String name = name(address);
        return known ? name : name + "(" + label(address) + ")";
    }

    private String name(String thing) {
        return nodes.computeIfAbsent(thing, t -> "n" + nodes.size());
    }

    /** Round brackets of an endpoint stand around the square ones of every label: the shape of a door. */
    private static String label(String words) {
        return "[\"" + words.replace("\"", "#quot;").replaceAll("\\s+", " ") + "\"]";
    }
}
