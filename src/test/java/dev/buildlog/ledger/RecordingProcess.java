package dev.buildlog.ledger;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A process that records entries: {@code RecordingProcess HOME NUMBER}. */
final class RecordingProcess {

    static final int ENTRIES = 40;

    private RecordingProcess() {}

    public static void main(String[] arguments) {
        try (TestLedger live = TestLedger.open(Path.of(arguments[0]))) {
            IntStream.range(0, ENTRIES).parallel().forEach(i -> live.record(entry(Integer.parseInt(arguments[1]), i)));
        }
    }

    /** Every process says some of what the other one says, in its own order. */
    static EntryVersion entry(int process, int number) {
        String path = "2026-01-%02d-%d-%d.md".formatted(1 + (number * 7 + process) % 28, process, number);
        return TestLedger.entry(new Holder("/checkout " + process, "main"), path, number,
                "Always run migration number %d before the deploy job starts".formatted(number % 10),
                (process == 0 ? "Keep the session cache of service %d small" : "keep the session caches of service %d small")
                        .formatted(number % 8),
                "Only process " + process + " says this in entry number " + number);
    }
}
