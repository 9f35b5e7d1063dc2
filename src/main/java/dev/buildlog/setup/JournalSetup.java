package dev.buildlog.setup;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.journal.Templates;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the entries, with the full and the short template. */
public final class JournalSetup implements SetupStep {

    static final String NAME = "buildlog_dir";

    private final Path root;
    private final Path folder;
    private final Templates templates = new Templates();

    /**
     * @param root real path of the checkout's root
     * @param folder the journal below it
     */
    public JournalSetup(Path root, String folder) {
        this.root = root;
        this.folder = root.resolve(folder);
    }

    @Override
    public Check check() {
        if (!Files.isDirectory(folder)) {
            return Check.fail(NAME, "There is no journal folder " + name(folder) + ": run `buildlog init`.");
        }
        List<String> missing = Templates.NAMES.stream().filter(name -> Files.notExists(folder.resolve(name))).toList();
        return missing.isEmpty()
                ? Check.pass(NAME, "The journal folder " + name(folder) + " is there, with its templates.")
                : Check.warn(NAME, name(folder) + " lacks " + String.join(" and ", missing)
                        + "; entries begin from the bundled templates until `buildlog init` puts them there.");
    }

    @Override
    public List<String> install() {
        requireInside();
        return templates.install(folder).stream().map(name -> "Created " + name(folder.resolve(name))).toList();
    }

    /** Entries are their writers' and stay; so do templates that have been changed. */
    @Override
    public List<String> remove() {
        List<String> done = new ArrayList<>();
        try {
            for (String name : Templates.NAMES) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file) && Files.readString(file).equals(templates.text(name))) {
                    Files.delete(file);
                    done.add("Removed " + name(file));
                }
            }
            if (Files.isDirectory(folder) && isEmpty(folder) && !folder.equals(root)) {
                Files.delete(folder);
                done.add("Removed the empty folder " + name(folder));
            }
            return done;
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, folder + " cannot be cleaned up: " + AtomicFile.reason(e)
                    + ".", e);
        }
    }

    private void requireInside() {
        try {
            if (Files.exists(folder) && !folder.toRealPath().startsWith(root.toRealPath())) {
                throw new BuildlogException(folder + " is a link that leaves the repository. Put a folder in its place.");
            }
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, folder + " cannot be read: " + AtomicFile.reason(e) + ".",
                    e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private String name(Path path) {
        return root.relativize(path).toString();
    }
}
