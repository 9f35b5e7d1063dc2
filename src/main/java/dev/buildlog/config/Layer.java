package dev.buildlog.config;

import dev.buildlog.model.Problem;
import java.util.List;
import java.util.Map;

/**
 * What one place says about the settings.
 *
 * @param values the valid values by name of the key, with their origins
 * @param problems everything that is wrong there, in its order
 */
record Layer(Map<String, Setting> values, List<Problem> problems) {

    static final Layer EMPTY = new Layer(Map.of(), List.of());

    Layer {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }
}
