package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the driver is told to look; the driver itself was loaded before, so that nothing of it changes here. */
class NativeLibraryTest {

    private static final List<String> PROPERTIES = List.of("org.sqlite.lib.path", "org.sqlite.tmpdir");

    @TempDir
    Path home;

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void takeOut() {
        PROPERTIES.forEach(name -> before.put(name, System.clearProperty(name)));
    }

    @AfterEach
    void putBack() {
        PROPERTIES.forEach(name -> {
            System.clearProperty(name);
            if (before.get(name) != null) {
                System.setProperty(name, before.get(name));
            }
        });
    }

    @Test
    void theLibraryIsUnpackedOnceAndTold() throws IOException {
        NativeLibrary.ready(home);
        Path library = library();
        assertThat(library.getParent().getFileName().toString()).startsWith("sqlite-jdbc-");
        assertThat(Files.size(library)).isGreaterThan(100_000);
        assertThat(System.getProperty("org.sqlite.lib.path")).isEqualTo(library.getParent().toString());

        PROPERTIES.forEach(System::clearProperty);
        Files.writeString(library, "kept");
        NativeLibrary.ready(home);
        assertThat(library()).hasContent("kept");
        assertThat(System.getProperty("org.sqlite.lib.path")).isEqualTo(library.getParent().toString());
    }

    @Test
    void whatAPersonSaysOfItStands() {
        System.setProperty("org.sqlite.tmpdir", "/elsewhere");
        NativeLibrary.ready(home);
        assertThat(home).isEmptyDirectory();
        assertThat(System.getProperty("org.sqlite.lib.path")).isNull();
    }

    @Test
    void withoutRoomForItTheDriverIsLeftAlone() throws IOException {
        Files.writeString(home.resolve("cache"), "a file where a folder belongs");
        NativeLibrary.ready(home);
        assertThat(System.getProperty("org.sqlite.lib.path")).isNull();
    }

    private Path library() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
