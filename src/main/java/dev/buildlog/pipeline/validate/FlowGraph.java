package dev.buildlog.pipeline.validate;

import dev.buildlog.pipeline.validate.Endpoint.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who sends to whom in a set of route files and Kamelets. Files that cannot be read take no part.
 *
 * <p>An address that is computed from the message counts as every door that begins with its constant part.
 */
public final class FlowGraph {

    /**
     * A route and what it touches, Kamelets included with all that they touch themselves.
     *
     * @param id id of the route; empty where it has none
     * @param file the file it stands in
     * @param from where it begins, scheme and name: {@code direct:entry}
     * @param to endpoints it sends to, scheme and name, Kamelets too; in the order in which they are reached
     * @param kamelets names of the Kamelets it uses
     * @param beans names of the beans it calls
     */
    public record Flow(
            String id, SourceFile file, String from, List<String> to, Set<String> kamelets, Set<String> beans) {}

    /** Kamelets may call each other in a circle, with other parameters each time. */
    private static final int MAX_USES = 500;

    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, Kamelet> kamelets;

    private FlowGraph(Map<String, Kamelet> kamelets) {
        this.kamelets = kamelets;
    }

    public static FlowGraph of(List<SourceFile> routes, List<SourceFile> kamelets) {
        Findings ignored = new Findings();
        FlowGraph graph = new FlowGraph(Kamelet.byName(ParsedFile.readAll(kamelets, ignored)));
        ParsedFile.readAll(routes, ignored).forEach(graph::add);
        graph.flows.sort(Comparator.comparing((Flow f) -> f.file().name()).thenComparing(Flow::id));
        return graph;
    }

    /** Every route, by file and id. */
    public List<Flow> flows() {
        return List.copyOf(flows);
    }

    /**
     * The files that take part when a message enters {@code direct:<door>}, by path: those of the routes it may pass
     * and of their Kamelets. Handlers that a route file keeps for errors count as part of its routes.
     *
     * @param exceptDoors doors that are not followed
     */
    public Set<SourceFile> reachableFrom(String door, Set<String> exceptDoors) {
        Set<SourceFile> files = new TreeSet<>(Comparator.comparing(SourceFile::path).thenComparing(SourceFile::name));
        Set<String> closed = exceptDoors.stream().map("direct:"::concat).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("direct:" + door));
        while (!ahead.isEmpty()) {
            String address = ahead.pop();
            if (!seen.add(address)) {
                continue;
            }
            for (Flow flow : flows) {
                if (leadsTo(address, flow.from()) && !closed.contains(flow.from())) {
                    files.add(flow.file());
                    flow.kamelets().stream().filter(kamelets::containsKey)
                            .forEach(name -> files.add(kamelets.get(name).file().file()));
                    ahead.addAll(flow.to());
                }
            }
        }
        return files;
    }

    /** The graph as a Mermaid flow chart: equal files give an equal text. */
    public String mermaid() {
        return MermaidDiagram.of(flows);
    }

    /** Whether a message sent to {@code address} may arrive at a route that begins with {@code from}. */
    static boolean leadsTo(String address, String from) {
        int computed = address.indexOf("${");
        return computed < 0 ? address.equals(from) : computed > 0 && from.startsWith(address.substring(0, computed));
    }

    private void add(ParsedFile file) {
        List<Flow> routes = new ArrayList<>();
        List<YamlNode> shared = new ArrayList<>();
        for (YamlNode element : file.root().items()) {
            for (YamlNode.Entry entry : element.entries().values()) {
                if (entry.key().equals("route") || entry.key().equals("from")) {
                    // of a top-level 'from' the element itself names the endpoint
                    YamlNode tree = entry.key().equals("from") ? element : entry.value();
                    routes.add(flow(file, entry.value().text("id"), List.of(tree)));
                } else {
                    shared.add(entry.value());
                }
            }
        }
        Flow common = flow(file, "", shared);
        if (routes.isEmpty() && !common.to().isEmpty()) {
            routes.add(common);
        } else {
            routes.replaceAll(route -> join(route, common));
        }
        flows.addAll(routes);
    }

    private Flow flow(ParsedFile file, String id, List<YamlNode> trees) {
        String from = trees.stream()
                .flatMap(tree -> EndpointFinder.in(tree).stream())
                .filter(e -> e.role() == Role.FROM)
                .map(e -> e.address(Map.of()).plain())
                .findFirst()
                .orElse("");
        Set<String> to = new LinkedHashSet<>();
        Flow flow = new Flow(id, file.file(), from, List.of(), new TreeSet<>(), new TreeSet<>());
        Set<Object> entered = new HashSet<>();
        trees.forEach(tree -> follow(tree, Map.of(), flow, to, entered));
        return new Flow(id, file.file(), from, List.copyOf(to), flow.kamelets(), flow.beans());
    }

    private void follow(YamlNode tree, Map<String, String> values, Flow into, Set<String> to, Set<Object> entered) {
        tree.eachEntry(EndpointFinder.DATA, entry -> {
            if (entry.key().equals("bean")) {
                bean(entry.value() instanceof YamlNode.Scalar ? entry.value().text() : entry.value().text("ref"), into);
            }
        });
        for (Endpoint endpoint : EndpointFinder.in(tree)) {
            Address address = endpoint.address(values);
            boolean caller = address.plain().equals("kamelet:sink") || address.plain().equals("kamelet:source");
            if (endpoint.sends() && !address.scheme().isEmpty() && !caller) {
                to.add(address.plain());
            }
            if (address.scheme().equals("bean")) {
                bean(address.name(), into);
            }
            Kamelet kamelet = address.scheme().equals("kamelet") ? kamelets.get(KameletUseCheck.nameOf(address)) : null;
            if (kamelet != null && kamelet.template() != null) {
                into.kamelets().add(KameletUseCheck.nameOf(address));
                Map<String, String> inner = kamelet.values(endpoint.options(address));
                if (entered.add(List.of(kamelet.name(), inner)) && entered.size() < MAX_USES) {
                    follow(kamelet.template(), inner, into, to, entered);
                }
            }
        }
    }

    private static void bean(String name, Flow into) {
        if (!name.isBlank() && !name.contains("{{") && !name.contains("${")) {
            into.beans().add(name.startsWith("#bean:") ? name.substring("#bean:".length()) : name);
        }
    }

    private static Flow join(Flow route, Flow common) {
        Set<String> to = new LinkedHashSet<>(route.to());
        to.addAll(common.to());
        Set<String> kamelets = new TreeSet<>(route.kamelets());
        kamelets.addAll(common.kamelets());
        Set<String> beans = new TreeSet<>(route.beans());
        beans.addAll(common.beans());
        return new Flow(route.id(), route.file(), route.from(), List.copyOf(to), kamelets, beans);
    }
}
