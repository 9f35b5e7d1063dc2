package dev.buildlog.config;

import dev.buildlog.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All settings. {@code config/schema.json} says the same for editors and is kept equal by a test: short commands would
 * pay for reading it.
 */
public final class Keys {

    public static final Key JOURNAL_FOLDER = Key.of("journal.folder", Type.FOLDER, "buildlog",
            "Folder of the entries, below the root of the repository.");
    public static final Key JOURNAL_SETTLE_MS = Key.number("journal.settle_ms", 0, 60_000, 100,
            "How long a file must have been quiet before it is read, in milliseconds.");
    public static final Key JOURNAL_SWEEP_SECONDS = Key.number("journal.sweep_seconds", 1, 86_400, 60,
            "How often the service looks at all entries in case the operating system told it nothing, in seconds.");
    public static final Key JOURNAL_MAX_BYTES = Key.number("journal.max_bytes", 1_024, 1_073_741_824, 8_388_608,
            "Size up to which an entry is read, in bytes.");
    public static final Key PUBLISH_AUTO = Key.choice("publish.auto", List.of("off", "high", "medium", "low"), "low",
            "Confidence from which rules go out to the agents without a person; off means never.");
    public static final Key PUBLISH_MAX_RULES = Key.number("publish.max_rules", 0, 100_000, 0,
            "How many rules go out at most; 0 means all.");
    public static final Key PUBLISH_SETTLE_MS = Key.number("publish.settle_ms", 1, 60_000, 50,
            "How long a burst of changes must have been quiet before the agents' files are written, in milliseconds.");
    public static final Key PUBLISH_TICK_MS = Key.number("publish.tick_ms", 100, 86_400_000, 60_000,
            "How often the service looks whether another day has begun, so that rules may have aged, in milliseconds.").homeOnly();
    public static final Key EMBEDDINGS = Key.choice("embeddings", List.of("token"), "token",
            "What compares insights to find those that say the same.");
    public static final Key EMISSIONS_ENABLED = Key.of("emissions.enabled", Type.FLAG, "true",
            "Whether artifacts for other programs are dropped into the home's emissions folder.");
    public static final Key EMISSIONS_LOOK_MS = Key.number("emissions.look_ms", 10, 60_000, 1_000,
            "How often the service looks for artifacts to drop, in milliseconds.").homeOnly();
    public static final Key DROPS_FOLDER = Key.of("drops.folder", Type.FOLDER, "drops",
            "Folder into which hooks drop files, below the home.").homeOnly();
    public static final Key HTTP_HOST = Key.of("http.host", Type.LOOPBACK, "127.0.0.1",
            "Address on which the service listens; loopback only.").homeOnly();
    public static final Key HTTP_PORT = Key.number("http.port", 0, 65_535, 8_484,
            "Port on which the service listens; 0 takes any that is free.").homeOnly();

    /** All keys in the order in which they are shown. */
    public static final List<Key> ALL = List.of(
            JOURNAL_FOLDER, JOURNAL_SETTLE_MS, JOURNAL_SWEEP_SECONDS, JOURNAL_MAX_BYTES,
            PUBLISH_AUTO, PUBLISH_MAX_RULES, PUBLISH_SETTLE_MS, PUBLISH_TICK_MS, EMBEDDINGS,
            EMISSIONS_ENABLED, EMISSIONS_LOOK_MS, DROPS_FOLDER, HTTP_HOST, HTTP_PORT);

    private Keys() {}

    public static Optional<Key> named(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /**
     * The key of this name, for somebody who typed it.
     *
     * @throws InvalidConfiguration with the nearest name if there is none
     */
    public static Key require(String name) {
        return named(name).orElseThrow(() -> new InvalidConfiguration(List.of(new Problem(name, 0, 0, unknown(name)))));
    }

    /** Whether keys lie below {@code name}. */
    static boolean isSection(String name) {
        return ALL.stream().anyMatch(key -> key.name().startsWith(name + "."));
    }

    /** A sentence that says that there is no such key, with the nearest one if one is near. */
    static String unknown(String name) {
        List<String> names = ALL.stream()
                .flatMap(key -> Stream.of(key.name(), key.section()).filter(word -> !word.isEmpty()))
                .distinct()
                .toList();
        return "there is no setting " + Type.quoted(name) + Type.meant(name, names);
    }
}
