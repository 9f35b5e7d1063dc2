package dev.buildlog.cli;

import dev.buildlog.seed.ManifestEntry;
import dev.buildlog.seed.PersonaName;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog gauntlet sources list}. */
@Command(name = "list", description = "Show the sources of a persona: pending, cached, stale (old or changed) or failed.")
final class SourcesList extends Verb {

    @Option(names = {"-p", "--persona"}, required = true, paramLabel = "PERSONA", description = "Whose sources.")
    private String persona = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        PersonaName whose = new PersonaName(persona);
        List<ManifestEntry> entries = PersonaSources.at(here, whose).sources().list(here.clock().instant());
        if (json) {
            Json.print(here.out(), PersonaSources.fields(whose, entries));
        } else if (entries.isEmpty()) {
            here.out().println("No sources yet.");
        } else {
            entries.forEach(entry -> here.out().println(Printable.line(PersonaSources.line(entry))));
        }
        return ExitCode.DONE;
    }
}
