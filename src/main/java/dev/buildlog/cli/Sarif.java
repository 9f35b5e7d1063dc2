package dev.buildlog.cli;

import dev.buildlog.curate.gate.Action;
import dev.buildlog.curate.gate.Check;
import dev.buildlog.curate.gate.FileScan.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as a SARIF log (Static Analysis Results Interchange Format, OASIS, version 2.1.0). */
final class Sarif {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    /** @param found findings by file, as the person named it */
    static Map<String, Object> log(List<Check> checks, Map<String, List<Place>> found) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "buildlog");
        driver.put("rules", rules(checks));
        List<Object> results = new ArrayList<>();
        found.forEach((file, places) -> places.forEach(place -> results.add(result(file, place))));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static List<Object> rules(List<Check> checks) {
        List<Object> rules = new ArrayList<>();
        for (Check check : checks) {
            rules.add(rule(check.id(), check.about(), check.action()));
        }
        rules.add(rule("unstable", "Text that changes each time something is taken out of it.", Action.REFUSE));
        return rules;
    }

    private static Map<String, Object> rule(String id, String about, Action action) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id);
        rule.put("shortDescription", Map.of("text", about));
        rule.put("defaultConfiguration", Map.of("level", level(action)));
        return rule;
    }

    private static Map<String, Object> result(String file, Place place) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", place.line());
        region.put("startColumn", place.column());
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", uri(file)));
        location.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", place.offence().check());
        result.put("level", level(place.offence().action()));
        result.put("message", Map.of("text", "This line " + place.offence().message() + "."));
        result.put("locations", List.of(Map.of("physicalLocation", location)));
        return result;
    }

    private static String level(Action action) {
        return action.stops() ? "error" : "warning";
    }

    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte b : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7F && "%<>\"{}|^`#?[]:".indexOf(b) < 0;
            uri.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
        }
        return uri.toString();
    }
}
