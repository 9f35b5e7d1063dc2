package dev.buildlog.learn;

import dev.buildlog.learn.Selection.Considered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Draws the rules of a run: for each persona on its own, so that one with many rules does not crowd out the others. */
public final class RunDraw {

    private RunDraw() {}

    /** @param persona whose rule it is */
    public record Drawn(String persona, Considered considered) {}

    /**
     * Draws once. Nothing is held back: whoever reviews is to know all that was drawn.
     *
     * @param beliefs of the rules of each persona, by id
     * @param k how many of each persona; 0 for all
     * @return everything that took part, by persona and, within one, as it was drawn
     */
    public static List<Drawn> from(SortedMap<String, Map<String, Beta>> beliefs, int k, long seed) {
        List<Drawn> drawn = new ArrayList<>();
        long own = seed;
        for (Map.Entry<String, Map<String, Beta>> persona : beliefs.entrySet()) {
            Draw draw = new Draw(k == 0 ? persona.getValue().size() : k, 0);
            draw.from(persona.getValue(), Set.of(), own++).candidates().stream()
                    .sorted(Comparator.comparingInt(Considered::rank))
                    .forEach(considered -> drawn.add(new Drawn(persona.getKey(), considered)));
        }
        return List.copyOf(drawn);
    }
}
