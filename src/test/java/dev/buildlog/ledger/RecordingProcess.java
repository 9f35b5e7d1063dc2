package dev.buildlog.ledger;

import dev.buildlog.ledger.Ruling.Pile;
import dev.buildlog.ledger.Ruling.Saying;
import dev.buildlog.model.Decision;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A process that records entries and decisions: {@code RecordingProcess HOME NUMBER}. */
final class RecordingProcess {

    static final int ENTRIES = 40;

    private RecordingProcess() {}

    public static void main(String[] arguments) {
        try (TestLedger live = TestLedger.open(Path.of(arguments[0]))) {
            IntStream.range(0, ENTRIES).parallel().forEach(i -> record(live, Integer.parseInt(arguments[1]), i));
        }
    }

    static void record(TestLedger live, int process, int number) {
        live.record(entry(process, number));
        if (number % 4 == 0) {
            live.decisions.replay(ruling(process, number));
        }
    }

    /** Joins, parts, words, lets out or rejects what both processes say, now this way and now that. */
    private static Ruling ruling(int process, int number) {
        Saying migration = new Saying("workflow", "Always run migration number %d before the deploy job starts".formatted(number % 10));
        Saying cache = new Saying("workflow", "Keep the session cache of service %d small".formatted(number % 8));
        String kind = Decision.KINDS.get((number / 4 + process) % Decision.KINDS.size());
        List<Pile> piles = kind.equals(Decision.SPLIT)
                ? List.of(new Pile(List.of(migration), true), new Pile(List.of(cache), false))
                : List.of(new Pile(List.of(migration, cache), false));
        return new Ruling(TestLedger.decision(kind, number, "text " + process + " of " + number, "any"), piles);
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
