package dev.buildlog.pipeline.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Kamelets as a page of documentation, taken from their definitions: equal files give an equal text. */
public final class KameletCatalogue {

    private static final List<String> TYPES = List.of("source", "action", "sink");

    private KameletCatalogue() {}

    /** Markdown for all Kamelets that can be read: sources, actions, sinks, each by name. */
    public static String markdown(List<SourceFile> kamelets) {
        List<Kamelet> sorted = ParsedFile.readAll(kamelets, new Findings()).stream()
                .map(Kamelet::of)
                .filter(kamelet -> !kamelet.name().isBlank())
                .sorted(Comparator.comparingInt((Kamelet k) -> order(k.type())).thenComparing(Kamelet::name))
                .toList();
        StringBuilder page = new StringBuilder("# Kamelets\n\n");
        page.append("Generated from the files in `components/`; edit those.\n\n");
        page.append("| Kamelet | Type | Title |\n|---|---|---|\n");
        for (Kamelet k : sorted) {
            page.append("| [").append(k.name()).append("](#").append(k.name()).append(") | ").append(cell(k.type()))
                    .append(" | ").append(cell(k.title())).append(" |\n");
        }
        sorted.forEach(kamelet -> page.append('\n').append(section(kamelet)));
        return page.toString();
    }

    private static String section(Kamelet kamelet) {
        StringBuilder section = new StringBuilder("## " + kamelet.name() + "\n\n");
        section.append("**").append(kamelet.title().strip()).append("** (").append(kamelet.type()).append("). ")
                .append(kamelet.description().strip()).append("\n\n");
        if (!kamelet.properties().isEmpty()) {
            section.append("| Property | Type | Default | Required | Description | Example |\n");
            section.append("|---|---|---|---|---|---|\n");
            kamelet.properties().forEach((name, p) -> section
                    .append("| `").append(name).append("` | ").append(cell(p.type()))
                    .append(" | ").append(code(p.preset() == null ? "" : p.preset())).append(" | ")
                    .append(p.required() ? "yes" : "no").append(" | ")
                    .append(cell(p.description().isBlank() ? p.title() : p.description())).append(" | ")
                    .append(code(p.example())).append(" |\n"));
            section.append('\n');
        }
        return section.append("```yaml\n").append(usage(kamelet)).append("```\n").toString();
    }

    /** The shortest call that works: parameters that must be given, with their examples. */
    private static String usage(Kamelet kamelet) {
        Map<String, Kamelet.Property> needed = kamelet.properties().entrySet().stream()
                .filter(e -> e.getValue().required() && e.getValue().preset() == null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean source = kamelet.type().equals("source");
        String indent = source ? "  " : "    ";
        StringBuilder yaml = new StringBuilder(source ? "from:\n" : "- to:\n");
        yaml.append(indent).append("uri: \"kamelet:").append(kamelet.name()).append("\"\n");
        if (!needed.isEmpty()) {
            yaml.append(indent).append("parameters:\n");
            kamelet.properties().keySet().stream().filter(needed::containsKey).forEach(name -> yaml.append(indent)
                    .append("  ").append(name).append(": \"")
                    .append(needed.get(name).example().isEmpty() ? "..." : quoted(needed.get(name).example()))
                    .append("\"\n"));
        }
        return yaml.toString();
    }

    private static int order(String type) {
        int order = TYPES.indexOf(type);
        return order < 0 ? TYPES.size() : order;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String cell(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }

    private static String code(String text) {
        return text.isBlank() ? "" : "`" + cell(text) + "`";
    }
}
