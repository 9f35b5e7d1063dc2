package dev.buildlog.cli;

import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.Outbox;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog emissions status}: how many artifacts are where. */
@Command(name = "status", description = "Count the artifacts that wait, that were taken in, and that could not be.")
final class EmissionsStatus extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Map<String, Object> counts = new LinkedHashMap<>();
        try (Ledger ledger = Ledger.open(here.home())) {
            counts.put("outbox", new Outbox(ledger).count());
        }
        for (String folder : List.of("pending", "incoming", "processed", "failed")) {
            counts.put(folder, count(here.home().resolve("emissions").resolve(folder)));
        }
        if (json) {
            Json.print(here.out(), counts);
        } else {
            counts.forEach((place, count) -> here.out().println(place + ": " + count));
        }
        return ExitCode.DONE;
    }

    private static int count(Path folder) throws IOException {
        int count = 0;
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
                for (Path file : files) {
                    count += Files.isRegularFile(file) ? 1 : 0;
                }
            }
        }
        return count;
    }
}
