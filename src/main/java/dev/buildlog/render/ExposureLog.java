package dev.buildlog.render;

import dev.buildlog.model.Policy;
import java.util.Map;

/** Where it is noted what agents' files show. */
@FunctionalInterface
public interface ExposureLog {

    /** Nothing is noted. */
    ExposureLog NONE = (policy, target, rules) -> { };

    /**
     * The file of {@code target} in the policy's checkout shows {@code rules} now.
     *
     * @param rules the words in which each rule stands there, by id
     */
    void shown(Policy policy, Target target, Map<String, String> rules);
}
