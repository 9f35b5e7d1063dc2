package dev.buildlog.journal;

import dev.buildlog.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** What stands at a path of a repository, found out without opening it: opening a pipe would wait for its writer. */
sealed interface EntryFile {

    /** A regular file inside the repository, possibly reached through links. */
    record Regular(Path real, BasicFileAttributes attributes) implements EntryFile {

        /** Opens the very file that was looked at; a link put in its place meanwhile is an error. */
        InputStream open() throws IOException {
            return Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS);
        }

        boolean isStill(BasicFileAttributes now) {
            return Stamp.of(now).equals(Stamp.of(attributes))
                    && Objects.equals(now.fileKey(), attributes.fileKey());
        }
    }

    record Absent() implements EntryFile {}

    record Barred(Problem problem) implements EntryFile {}

    /**
     * @param root the repository's root
     * @param path path below it with forward slashes
     */
    static EntryFile at(Path root, String path) {
        try {
            Path relative = Path.of(path);
            if (relative.isAbsolute() || relative.normalize().startsWith("..")) {
                return barred(path, "lies outside the repository " + root + ". Entries are read from inside it only.");
            }
            return look(root, path, root.resolve(relative));
        } catch (InvalidPathException e) {
            return barred(path, "has a name that cannot be used here (" + e.getReason()
                    + "). Rename it, or set LC_ALL=C.UTF-8 where the locale is not UTF-8.");
        } catch (IOException e) {
            return barred(path, why(e));
        }
    }

    /** What stands at a name of the journal's own listing: it lies inside the repository, unless it is a link. */
    static EntryFile in(Path root, JournalFolder.There journal, Path listed) throws IOException {
        BasicFileAttributes own;
        try {
            own = Files.readAttributes(listed, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return new Absent();
        }
        return own.isRegularFile() ? new Regular(listed, own) : at(root, journal.prefix() + listed.getFileName());
    }

    /** The reason in words for a person; the file itself is named by the problem around it. */
    static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "may not be read by this user. Give yourself permission (chmod u+rX).";
        }
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.toString();
        return "cannot be read: " + reason + ". Mend that, or remove it; it is tried again later.";
    }

    private static EntryFile look(Path root, String path, Path file) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(file)) {
                return barred(path, "is a link to " + Files.readSymbolicLink(file)
                        + ", which is not there. Point it at a file of the repository, or delete it.");
            }
            return Files.isDirectory(root)
                    ? new Absent()
                    : barred(path, "cannot be read while its repository " + root + " is not there.");
        }
        if (attributes.isDirectory()) {
            return barred(path, "is a folder with the name of an entry. Rename it.");
        }
        if (!attributes.isRegularFile()) {
            return barred(path, "is a pipe, socket or device, not a file. Delete it, or give it another name.");
        }
        Path real = file.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            return barred(path, "is a link that leaves the repository, to " + real
                    + ". Put the file itself there, or a link to a file of the repository.");
        }
        return new Regular(real, attributes);
    }

    private static Barred barred(String path, String message) {
        return new Barred(new Problem(path, 0, 0, message));
    }
}
