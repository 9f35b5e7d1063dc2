package dev.buildlog.seed;

import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.Problem;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Suggestion;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The personas of some folders, all of them together. A later folder adds rules to a persona, changes those whose id it repeats
 * and takes out of force those it calls inactive; it hides nothing else.
 *
 * @param byName every persona with a file, also one without a rule in force
 * @param problems what takes no part, and why
 */
public record Personas(Map<String, Persona> byName, List<Problem> problems) {

    /** Folder of a checkout's own seed files, below its root. */
    public static final String OWN = ".buildlog/seeds";

    /** Folder of the seed files that other producers brought, below the home. */
    public static final String BROUGHT = "seeds";

    private static final String SHIPPED = "components/personas";

    /**
     * The personas of {@code folders}.
     *
     * @param folders in order of precedence, the last one wins; one that does not exist counts as empty
     */
    public static Personas load(List<Path> folders) {
        return new PersonaShelf().load(folders);
    }

    /**
     * The folders whose personas serve a checkout, in order of precedence: the shipped ones, those that
     * other producers brought, the home's, the checkout's own.
     *
     * @param install folder of the shipped {@code components}
     */
    public static List<Path> folders(Path install, Path home, Path root) {
        return List.of(install.resolve(SHIPPED), home.resolve(BROUGHT), home.resolve(SHIPPED), root.resolve(OWN));
    }

    /** All rules in force. */
    public Stream<PersonaRule> rules() {
        return byName.values().stream().flatMap(persona -> persona.rules().stream());
    }

    /** The rule in force with this id. */
    public Optional<PersonaRule> find(String id) {
        return rules().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * The personas of these names; all of them where none is named.
     *
     * @throws RefusedException if there is none of a name
     */
    public List<Persona> named(Collection<String> names) {
        names.stream().filter(name -> !byName.containsKey(name)).findFirst().ifPresent(name -> {
            throw new RefusedException("there is no persona '" + name + "'" + Suggestion.hintOrList(name, byName.keySet(), ""));
        });
        return byName.values().stream().filter(persona -> names.isEmpty() || names.contains(persona.name()))
                .collect(Collectors.toList());
    }
}
