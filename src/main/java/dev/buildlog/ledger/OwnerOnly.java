package dev.buildlog.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** What is remembered is nobody's business but its owner's. Does nothing where the file system has no such permissions. */
final class OwnerOnly {

    private OwnerOnly() {}

    static void file(Path file) throws IOException {
        set(file, "rw-------");
    }

    /** A database with what SQLite keeps beside it. */
    static void database(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = Path.of(file + suffix);
            if (Files.exists(part)) {
                file(part);
            }
        }
    }

    static void folder(Path folder) throws IOException {
        set(folder, "rwx------");
    }

    /** Whether others may do anything with it. */
    static boolean isOpen(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return false;
        }
        Set<PosixFilePermission> others = PosixFilePermissions.fromString("---rwxrwx");
        others.retainAll(view.readAttributes().permissions());
        return !others.isEmpty();
    }

    private static void set(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
