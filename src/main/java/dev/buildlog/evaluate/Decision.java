package dev.buildlog.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One decision of the pipeline beside the answer that a person gave.
 *
 * @param set {@code pairs}, {@code categories}, {@code clusters} or {@code extract}
 * @param id id in the set, or file of an entry
 * @param right whether both agree
 * @param details what was decided and what was expected, by the names under which predictions are written
 */
public record Decision(String set, String id, boolean right, Map<String, Object> details) {

    static Decision of(String set, String id, boolean right, Object... details) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            map.put((String) details[i], details[i + 1]);
        }
        return new Decision(set, id, right, map);
    }
}
