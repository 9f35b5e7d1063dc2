package dev.buildlog.seed;

import dev.buildlog.model.PersonaRule;
import java.nio.file.Path;
import java.util.List;

/**
 * A reviewer, as the files of all layers together make it.
 *
 * @param name by which it is asked for
 * @param version of the last file that speaks of it
 * @param description what it looks at; empty where no file says
 * @param rules the rules in force, in the order in which the files first name them
 * @param places the files, in order of precedence; the last one wins
 */
public record Persona(String name, int version, String description, List<PersonaRule> rules, List<Path> places) {

    public Persona {
        rules = List.copyOf(rules);
        places = List.copyOf(places);
    }
}
