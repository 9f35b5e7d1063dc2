package dev.buildlog.seed;

import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the new version of a persona's seed file changes about rules that stay. */
public final class Revision {

    private static final String GRAPH = "graph_version";

    private Revision() {}

    /**
     * Ids of the rules whose text is in both, and whose {@code provenance.graph_version} is in both and differs: what is known of
     * them was learned of something else.
     */
    public static SortedSet<String> moved(SeedFile before, SeedFile after) {
        Map<String, Object> versions = new HashMap<>();
        before.rules().forEach(rule -> versions.put(rule.rule(), rule.provenance().get(GRAPH)));
        SortedSet<String> moved = new TreeSet<>();
        for (SeedRule rule : after.rules()) {
            Object old = versions.get(rule.rule());
            Object now = rule.provenance().get(GRAPH);
            if (old != null && now != null && !old.toString().equals(now.toString())) {
                moved.add(SeedId.of(new PersonaName(after.persona()), rule));
            }
        }
        return moved;
    }
}
