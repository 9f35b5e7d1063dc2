package dev.buildlog.journal;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The folder of the entries in a checkout, as it is found. */
sealed interface JournalFolder {

    /** @param prefix what precedes a file name in an entry's path; empty where the journal is the root itself */
    record There(Path path, String prefix) implements JournalFolder {

        /** Everything in it, in no order. */
        List<Path> files() throws IOException {
            List<Path> files = new ArrayList<>();
            try (DirectoryStream<Path> listing = Files.newDirectoryStream(path)) {
                for (Path file : listing) {
                    files.add(file);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return files;
        }
    }

    record Missing() implements JournalFolder {}

    record Wrong(Problem problem) implements JournalFolder {}

    /**
     * @param root the checkout's root
     * @param folder path below it with forward slashes
     */
    static JournalFolder at(Path root, String folder) {
        try {
            Path relative = Path.of(folder).normalize();
            if (relative.isAbsolute() || relative.startsWith("..") || List.of(folder.split("/")).contains("..")) {
                return wrong(folder, "leaves the repository. Name a journal folder inside it, such as buildlog.");
            }
            return Files.isDirectory(root)
                    ? look(root, folder, relative)
                    : wrong(root.toString(), "is not there, so its entries stay as they were. "
                            + "Mount or restore the repository, or stop watching it.");
        } catch (InvalidPathException e) {
            return wrong(folder, "cannot be the name of a folder: " + e.getReason() + ". Choose another.");
        } catch (IOException e) {
            return wrong(folder, EntryFile.why(e));
        }
    }

    /** The folder for a command that needs it. */
    static There require(Path root, String folder) {
        JournalFolder found = at(root, folder);
        if (found instanceof There there) {
            return there;
        }
        throw new BuildlogException(found instanceof Wrong wrong
                ? wrong.problem().toString()
                : "There is no journal folder " + folder + " in " + root + ". Run `buildlog init` there.");
    }

    private static JournalFolder look(Path root, String folder, Path relative) throws IOException {
        Path path = root.resolve(relative);
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
                return wrong(folder,
                        "is not a folder, so no entries are read. Move it away, or name another journal folder.");
            }
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(path)
                    ? wrong(folder, "is a link to " + Files.readSymbolicLink(path) + ", which is not there. Mend the link.")
                    : new Missing();
        }
        if (!path.toRealPath().startsWith(root.toRealPath())) {
            return wrong(folder, "is a link that leaves the repository, to " + path.toRealPath()
                    + ". Keep the journal inside the repository.");
        }
        String name = relative.toString().replace(root.getFileSystem().getSeparator(), "/");
        return new There(path, name.isEmpty() ? "" : name + "/");
    }

    private static Wrong wrong(String folder, String message) {
        return new Wrong(new Problem(folder, 0, 0, message));
    }
}
