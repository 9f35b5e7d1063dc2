package dev.buildlog.cli;

import dev.buildlog.model.Problem;
import dev.buildlog.pipeline.PartInventory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog routes validate}: everything that is wrong with the routes, without starting them. */
@Command(name = "validate",
        description = "Check all routes and Kamelets without starting anything; exit 78 if something is wrong.")
final class RoutesValidate extends Verb {

    @Option(names = "--json", description = "Print JSON: an array of {file, line, column, message}.")
    private boolean json;

    @Mixin
    private GuardOption guards = new GuardOption();

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(guards.at(here))) {
            List<Problem> problems = new PartInventory(parts.core(), here.root()).problems(parts.settings(), parts.front());
            if (json) {
                Json.print(here.out(), problems.stream().map(RoutesValidate::fields).toList());
            } else {
                problems.forEach(problem -> here.out().println(Printable.text(problem.toString())));
                here.say(problems.isEmpty()
                        ? "All routes and Kamelets are valid."
                        : problems.size() + (problems.size() == 1 ? " problem." : " problems."));
            }
            return problems.isEmpty() ? ExitCode.DONE : ExitCode.BAD_CONFIGURATION;
        }
    }

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", problem.file());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("message", problem.message());
        return fields;
    }
}
