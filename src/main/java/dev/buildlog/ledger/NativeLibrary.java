package dev.buildlog.ledger;

import dev.buildlog.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, kept in the home. The driver would unpack a megabyte of it at every start, next to walking the folder
 * of temporary files for what earlier starts left there. Where the kept one cannot be loaded (another C library, a file system
 * without execution), the driver does that still.
 */
final class NativeLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String SCRATCH = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Tells the driver of the library in {@code home}, which is unpacked if it is not there; to be called before it is used. */
    static synchronized void ready(Path home) {
        CodeSource driver = JDBC.class.getProtectionDomain().getCodeSource();
        if (driver == null || System.getProperty(PATH) != null || System.getProperty(SCRATCH) != null) {
            return;
        }
        try {
            // the name of the driver's jar has its version in it
            String jar = Path.of(driver.getLocation().toURI()).getFileName().toString().replace(".jar", "");
            Path folder = home.resolve("cache").resolve("native").resolve(jar + "-" + System.getProperty("os.name") + "-"
                    + System.getProperty("os.arch")).toAbsolutePath();
            Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
            if (!Files.exists(library)) {
                unpack(library);
            }
            System.setProperty(PATH, folder.toString());
            System.setProperty(SCRATCH, folder.toString());
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            // the driver finds a place of its own, or says why not
        }
    }

    private static void unpack(Path library) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        try (InputStream in = JDBC.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the driver has no library for this system");
            }
            AtomicFile.write(library, in.readAllBytes());
        }
    }
}
