package dev.buildlog.cli;

import dev.buildlog.model.Problem;
import dev.buildlog.pipeline.PartInventory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog routes list}: which files make up the pipeline here, and which are refused. */
@Command(name = "list",
        description = "List every route, Kamelet, target and jar, where it comes from, and whether it is in force.")
final class RoutesList extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(here)) {
            PartInventory inventory = new PartInventory(parts.core(), here.root());
            List<Problem> problems = inventory.problems(parts.settings(), parts.front());
            List<PartInventory.Part> files = inventory.parts(problems);
            if (json) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("parts", files.stream().map(RoutesList::fields).toList());
                fields.put("problems", problems.stream().map(Problem::toString).toList());
                Json.print(here.out(), fields);
            } else {
                files.forEach(file -> here.out().println(
                        Printable.line(String.format("%-11s  %-8s  %s", file.state(), file.layer(), file.path()))));
                problems.forEach(problem -> here.err().println(Printable.text(problem.toString())));
            }
            if (!inventory.isTrusted()) {
                here.say("What lies in " + here.shown(inventory.root().resolve(PartInventory.OWN))
                        + " is not loaded until you have read it and run `buildlog trust`.");
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> fields(PartInventory.Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", part.path());
        fields.put("layer", part.layer());
        fields.put("state", part.state());
        return fields;
    }
}
