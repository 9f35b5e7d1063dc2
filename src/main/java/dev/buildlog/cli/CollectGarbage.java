package dev.buildlog.cli;

import dev.buildlog.ledger.Retention;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog gc}: work that is done and old. */
@Command(name = "gc", description = {
    "Remove what nobody needs after some time: dead letters, emissions that were dropped, answers of models, idempotency keys.",
    "What was learned, and what it was learned from, stays."})
final class CollectGarbage extends Verb {

    @Option(names = "--days", paramLabel = "N", defaultValue = "90", description = "How old. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        if (days < 0) {
            throw new BuildlogException("--days is a number from 0");
        }
        try (Assembly parts = Assembly.at(here)) {
            Map<String, Integer> removed = new Retention(parts.core().ledger())
                    .removeBefore(here.clock().instant().minus(Duration.ofDays(days)));
            if (json) {
                Json.print(here.out(), removed);
            } else {
                removed.forEach((name, count) -> here.out().println("Removed " + count + " " + name + "."));
            }
        }
        return ExitCode.DONE;
    }
}
