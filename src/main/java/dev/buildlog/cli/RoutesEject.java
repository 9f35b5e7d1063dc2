package dev.buildlog.cli;

import dev.buildlog.pipeline.PartInventory;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog routes eject}: the shipped files as the project's own. */
@Command(name = "eject", description = {
    "Copy shipped routes and parts into .buildlog/ of this repository, where they override the shipped ones.",
    "Example: buildlog routes eject learn"})
final class RoutesEject extends Verb {

    @Parameters(paramLabel = "NAME", arity = "0..*",
            description = "Route file, Kamelet or target, with or without its ending; everything where left out.")
    private List<String> names = List.of();

    @Option(names = "--force", description = "Replace files that are there.")
    private boolean force;

    @Override
    int run(Workplace here) {
        try (Assembly parts = Assembly.at(here)) {
            for (Path file : new PartInventory(parts.core(), here.root()).eject(names, force)) {
                here.out().println("Created " + here.shown(file));
            }
        }
        here.say("After editing, check with `buildlog routes validate` and put in force with `buildlog trust`.");
        return ExitCode.DONE;
    }
}
