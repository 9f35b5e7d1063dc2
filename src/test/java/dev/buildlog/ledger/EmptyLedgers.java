package dev.buildlog.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Fresh ledgers, as copies of one: migrating each would take longer than what is tried on it. */
final class EmptyLedgers implements AutoCloseable {

    private final Path folder;

    EmptyLedgers() throws IOException {
        folder = Files.createTempDirectory("laws");
        TestLedger.open(folder.resolve("empty")).close();
    }

    TestLedger open() {
        try {
            Path home = Files.createTempDirectory(folder, "home");
            Files.copy(folder.resolve("empty/buildlog.db"), home.resolve("buildlog.db"));
            return TestLedger.open(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // what a ledger that is closing removes itself
                Files.deleteIfExists(file);
            }
        }
    }
}
