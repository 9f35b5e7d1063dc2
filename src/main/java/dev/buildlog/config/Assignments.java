package dev.buildlog.config;

import dev.buildlog.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Settings that come with the process: environment and options. */
final class Assignments {

    private final Map<String, Setting> values = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Assignments() {}

    /**
     * The variables named after a setting. An empty one counts as not set. A variable that begins like a setting's
     * section and names none is a mistake; any other {@code BUILDLOG_} variable is somebody else's.
     */
    static Layer ofEnvironment(Map<String, String> environment) {
        Assignments found = new Assignments();
        Map<String, String> ours = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith("BUILDLOG_") && !value.isEmpty()) {
                ours.put(variable, value);
            }
        });
        ours.forEach((variable, value) -> {
            Key key = Keys.ofVariable(variable);
            if (key != null) {
                found.assign(key, value, variable);
                return;
            }
            String[] words = variable.toLowerCase(Locale.ROOT).split("_", 3);
            if (words.length == 3 && Keys.isSection(words[1])) {
                found.problems.add(new Problem(variable, 0, 0, Keys.unknown(words[1] + "." + words[2])));
            }
        });
        return new Layer(found.values, found.problems);
    }

    /** The options {@code --set KEY=VALUE}. */
    static Layer ofOptions(Map<String, String> options) {
        Assignments found = new Assignments();
        options.forEach((name, value) -> Keys.named(name).ifPresentOrElse(
                key -> found.assign(key, value, "--set"),
                () -> found.problems.add(new Problem("--set", 0, 0, Keys.unknown(name)))));
        return new Layer(found.values, found.problems);
    }

    private void assign(Key key, String value, String origin) {
        String complaint = key.complaint(value);
        if (complaint == null) {
            values.put(key.name(), new Setting(key, value, origin));
        } else {
            problems.add(new Problem(origin, 0, 0, complaint));
        }
    }
}
