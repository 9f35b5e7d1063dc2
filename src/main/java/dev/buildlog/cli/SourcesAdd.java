package dev.buildlog.cli;

import dev.buildlog.seed.PersonaName;
import dev.buildlog.seed.Source;
import dev.buildlog.seed.SourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet sources add URL}. */
@Command(name = "add", description = "Add a document to the sources of a persona. Nothing is fetched yet.")
final class SourcesAdd extends Verb {

    @Parameters(paramLabel = "URL", description = "https://..., or file: and a path in the repository.")
    private String url = "";

    @Option(names = {"-p", "--persona"}, required = true, paramLabel = "PERSONA", description = "Whose source it is.")
    private String persona = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it; its address where left out.")
    private @Nullable String name;

    @Option(names = "--type", paramLabel = "TYPE",
            description = "reference_doc (default), blog_post, book, standard or cheatsheet.")
    private SourceType type = SourceType.REFERENCE_DOC;

    @Option(names = "--domain", paramLabel = "WORD",
            description = "What it is about; the part of the persona's name before '_' where left out.")
    private @Nullable String domain;

    @Option(names = "--description", paramLabel = "TEXT", description = "More about it.")
    private String description = "";

    @Option(names = "--section", paramLabel = "HEADING", description = "Only rules under this heading; may be repeated.")
    private List<String> sections = List.of();

    @Override
    int run(Workplace here) {
        PersonaName whose = new PersonaName(persona);
        Source source = new Source(name == null ? url : name, url, type, domain == null ? whose.domain() : domain, description,
                sections);
        boolean added = PersonaSources.at(here, whose).sources().add(source, here.clock().instant());
        here.out().println(added ? "Added " + url : url + " is there already; nothing changed.");
        here.say("Fetch it with `buildlog gauntlet sources fetch -p " + whose + "`.");
        return ExitCode.DONE;
    }
}
