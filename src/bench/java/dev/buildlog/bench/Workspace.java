package dev.buildlog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A repository with a journal, and a home of its own.
 *
 * @param folder holds both
 */
record Workspace(Path folder) {

    /** Makes a repository whose journal is a copy of the files in {@code entries}. */
    static Workspace create(Path folder, Path entries) throws IOException {
        Workspace workspace = new Workspace(folder);
        Files.createDirectories(workspace.journal());
        try {
            Git.init().setDirectory(workspace.repository().toFile()).call().close();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
        for (Path entry : list(entries)) {
            Files.copy(entry, workspace.journal().resolve(entry.getFileName()));
        }
        return workspace;
    }

    Path repository() {
        return folder.resolve("repository");
    }

    Path home() {
        return folder.resolve("home");
    }

    Path journal() {
        return repository().resolve("buildlog");
    }

    /** The file written last, and the one without a limit of its own. */
    Path agents() {
        return repository().resolve("CLAUDE.md");
    }

    /** The entries, by name. */
    List<Path> entries() throws IOException {
        return list(journal());
    }

    /** Adds a learning to the end of an entry. */
    void add(Path entry, String learning) throws IOException {
        save(entry, Files.readString(entry).stripTrailing() + "\n- " + learning + "\n");
    }

    /** Puts another learning in the place of an entry's last one. */
    void replaceLast(Path entry, String learning) throws IOException {
        String text = Files.readString(entry).stripTrailing();
        save(entry, text.substring(0, text.lastIndexOf("\n- ")) + "\n- " + learning + "\n");
    }

    /** As an editor does it: a new file, renamed over the old one. */
    private void save(Path entry, String text) throws IOException {
        Path written = repository().resolve(".entry.tmp");
        Files.writeString(written, text);
        Files.move(written, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
