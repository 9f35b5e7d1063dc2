package dev.buildlog.cli;

import dev.buildlog.seed.ManifestEntry;
import dev.buildlog.seed.PersonaName;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog gauntlet sources fetch}. */
@Command(name = "fetch", description = "Bring the texts of a persona's sources up to date. Exit code 1 if one cannot be had.")
final class SourcesFetch extends Verb {

    @Option(names = {"-p", "--persona"}, required = true, paramLabel = "PERSONA", description = "Whose sources.")
    private String persona = "";

    @Option(names = "--all", description = "Ask also for those that are young enough.")
    private boolean all;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        PersonaName whose = new PersonaName(persona);
        List<ManifestEntry> entries = PersonaSources.at(here, whose).fetch(here, all);
        if (json) {
            Json.print(here.out(), PersonaSources.fields(whose, entries));
        } else {
            entries.forEach(entry -> here.out().println(Printable.line(PersonaSources.line(entry))));
        }
        return entries.stream().allMatch(entry -> entry.error().isEmpty()) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
