package dev.buildlog.cli;

import dev.buildlog.seed.Persona;
import dev.buildlog.seed.Personas;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog gauntlet list}. */
@Command(name = "list", description = "Print the personas that review here: what they look at, and how many rules they have.")
final class GauntletList extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Personas personas = GauntletPlace.personas(here);
        long total = personas.rules().count();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            personas.byName().values().forEach(persona -> all.put(persona.name(), fields(persona)));
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("personas", all);
            fields.put("total_rules", total);
            fields.put("total_personas", all.size());
            fields.put("problems", personas.problems().stream().map(Object::toString).toList());
            Json.print(here.out(), fields);
            return ExitCode.DONE;
        }
        personas.byName().values().forEach(persona -> here.out().println(Printable.line(String.format("%-20s %3d rules  v%-3d %s",
                persona.name(), persona.rules().size(), persona.version(), persona.description()))));
        here.out().println(total + " rules");
        return ExitCode.DONE;
    }

    private static Map<String, Object> fields(Persona persona) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("description", persona.description());
        fields.put("rules_count", persona.rules().size());
        fields.put("version", persona.version());
        fields.put("files", persona.places().stream().map(Object::toString).toList());
        return fields;
    }
}
