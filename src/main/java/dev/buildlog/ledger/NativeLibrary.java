package dev.buildlog.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, kept in the home. The driver would unpack a megabyte of it at every start, next to walking the folder of
 * temporary files for what earlier starts left there. Where the kept one cannot be loaded (another C library, a file system
 * without execution), the driver does that still.
 */
final class NativeLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String SCRATCH = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Tells the driver of the library in {@code home}, unpacking it if it is not there; to be called before the driver is used. */
    static synchronized void ready(Path home) {
        if (System.getProperty(PATH) != null || System.getProperty(SCRATCH) != null) {
            return;
        }
        try {
            Path folder = home.resolve("cache").resolve("native").resolve(driver() + "-" + System.getProperty("os.name") + "-"
                    + System.getProperty("os.arch")).toAbsolutePath();
            Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
            if (!Files.exists(library)) {
                unpack(Files.createDirectories(folder), library);
            }
            System.setProperty(PATH, folder.toString());
            System.setProperty(SCRATCH, folder.toString());
        } catch (IOException | URISyntaxException e) {
            // the driver finds a place of its own, or says why not
        }
    }

    /** Name of the driver's jar, which has its version in it. */
    private static String driver() throws URISyntaxException {
        return Path.of(JDBC.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getFileName().toString()
                .replace(".jar", "");
    }

    private static void unpack(Path folder, Path library) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        Path part = Files.createTempFile(folder, "unpacking", "");
        try (InputStream in = JDBC.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the driver has no library for this system");
            }
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
