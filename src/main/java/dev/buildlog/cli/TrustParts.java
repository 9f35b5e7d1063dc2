package dev.buildlog.cli;

import dev.buildlog.pipeline.PartInventory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog trust}: lets the repository's own routes, Kamelets and jars run. */
@Command(name = "trust", description = {
    "Let the routes, Kamelets and jars in .buildlog/ of this repository run, as they are now.",
    "They are code of whoever wrote the repository: read them first. Any change has to be trusted again."})
final class TrustParts extends Verb {

    @Option(names = "--revoke", description = "Take the trust back.")
    private boolean revoke;

    @Option(names = "--list", description = "List what is trusted, by repository.")
    private boolean list;

    @Option(names = "--json", description = "With --list: print JSON, content hash by repository.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(here)) {
            if (list) {
                list(here, parts.core().trust().all());
                return ExitCode.DONE;
            }
            PartInventory inventory = new PartInventory(parts.core(), here.root());
            if (revoke) {
                here.out().println(inventory.distrust() ? "No longer trusted: " + inventory.root() : "It was not trusted.");
            } else if (!inventory.hasOwn()) {
                here.out().println("There is nothing to trust: " + inventory.root() + " has no routes or parts of its own.");
            } else {
                inventory.trust().forEach(file -> here.out()
                        .println("Trusted " + Printable.line(PartInventory.OWN + "/" + file)));
            }
        }
        return ExitCode.DONE;
    }

    private void list(Workplace here, Map<String, String> trusted) throws IOException {
        if (json) {
            Json.print(here.out(), new LinkedHashMap<>(trusted));
        } else {
            trusted.forEach((root, hash) -> here.out().println(hash.substring(0, 12) + "  " + Printable.line(root)));
        }
    }
}
