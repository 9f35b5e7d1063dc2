package dev.buildlog.cli;

import dev.buildlog.config.InvalidConfiguration;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog config validate}: all problems of all layers, exit code 78 if there are any. */
@Command(name = "validate", description = "Check all settings in force here, and list everything that is wrong.")
final class ConfigValidate extends Verb {

    @Option(names = "--json", description = "Print JSON: valid, and problems with file, line, column and message.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Problem> problems = problems(here);
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("valid", problems.isEmpty());
            fields.put("problems", problems.stream().map(ConfigValidate::fields).toList());
            Json.print(here.out(), fields);
        } else if (problems.isEmpty()) {
            here.out().println("All settings are valid.");
        } else {
            problems.forEach(problem -> here.out().println(Printable.line(problem.toString())));
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.BAD_CONFIGURATION;
    }

    private static List<Problem> problems(Workplace here) {
        try {
            here.settings();
            return List.of();
        } catch (InvalidConfiguration e) {
            return e.problems();
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
