package dev.buildlog.cli;

import dev.buildlog.emission.Inbox;
import dev.buildlog.emission.Outcomes;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Delivery;
import dev.buildlog.pipeline.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog emissions consume}: takes in what waits. */
@Command(name = "consume", description = {
    "Take in the artifacts that wait in emissions/pending: their edges go into the ledger, the files to processed or failed.",
    "Beside each file in failed lies one that ends in .error and says why."})
final class EmissionsConsume extends Verb {

    /** Waits at most, while somebody goes on writing into a file that is not complete. */
    private static final int MOST_WAITS = 3;

    @Option(names = "--incoming", description = "Take those that others dropped into emissions/incoming, as the service does.")
    private boolean incoming;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private int consumed;
    private int edges;
    private final List<String> errors = new ArrayList<>();

    @Override
    int run(Workplace here) throws IOException {
        Logging.begin(here, Logging.level(here.verbosity()));
        String name = incoming ? "incoming" : "pending";
        Path emissions = here.home().resolve("emissions");
        int unfinished = 0;
        try (Assembly parts = Assembly.at(here); Sync sync = Sync.home(parts.core(), parts.settings(), parts.front())) {
            Outcomes outcomes = new Outcomes(emissions.resolve("processed"), emissions.resolve("failed"));
            int waits = 0;
            int before;
            do {
                before = consumed + errors.size();
                if (unfinished > 0 && waits++ < MOST_WAITS) {
                    LockSupport.parkNanos(Inbox.SETTLE.toNanos());
                }
                try (Inbox inbox = Inbox.open(emissions.resolve(name), emissions.resolve("work").resolve(name),
                        here.clock().instant())) {
                    while (inbox.hasNext()) {
                        Deliveries done = sync.artifacts(inbox.next());
                        outcomes.settle(inbox, done, here.clock().instant());
                        done.artifacts().forEach(this::count);
                    }
                    unfinished = inbox.unfinished();
                }
            } while (consumed + errors.size() > before || unfinished > 0 && waits < MOST_WAITS);
        }
        tell(here, unfinished);
        return errors.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void count(Delivery delivery) {
        if (delivery.isRefused()) {
            errors.add(delivery.name() + ": " + delivery.refusal());
        } else {
            consumed++;
            edges += delivery.edges().size();
        }
    }

    private void tell(Workplace here, int unfinished) throws IOException {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("consumed", consumed);
            fields.put("failed", errors.size());
            fields.put("skipped", unfinished);
            fields.put("edges_stored", edges);
            fields.put("errors", errors);
            Json.print(here.out(), fields);
            return;
        }
        here.out().println(consumed + " consumed, " + errors.size() + " failed, " + edges + " edges."
                + (unfinished > 0 ? " Somebody is still writing " + unfinished + " more." : ""));
        errors.forEach(error -> here.err().println(Printable.line(error)));
    }
}
