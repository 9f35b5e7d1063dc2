package dev.buildlog.emission;

import java.util.List;
import java.util.Map;

/** Draws edges and rules from a mistake. The six that there are stand in {@link Mappers}. */
interface Mapper {

    /** Edges and rules that follow from the mistake; none where what they would rest on is not known. */
    Mapped map(MistakeFacts mistake);

    /** @param rules as in seed files */
    record Mapped(List<Relation> edges, List<Map<String, Object>> rules) {

        static final Mapped NOTHING = new Mapped(List.of(), List.of());

        static Mapped edges(List<Relation> edges) {
            return new Mapped(edges, List.of());
        }
    }
}
