package dev.buildlog.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.io.BlockSource;
import org.eclipse.jgit.internal.storage.reftable.MergedReftable;
import org.eclipse.jgit.internal.storage.reftable.ReftableReader;
import org.eclipse.jgit.lib.Ref;

/** The branches of a repository, in either way that git stores them: as files, or in reftables. */
final class Refs {

    private static final String HEADS = "refs/heads/";
    private static final String SYMBOLIC = "ref:";
    private static final int ATTEMPTS = 5;

    private Refs() {}

    /** Full name of the ref that HEAD names; empty while it names a commit. */
    static Optional<String> head(WorkTree tree) throws IOException {
        if (hasTables(tree.gitDir())) {
            return lookUp(tree.gitDir(), "HEAD").filter(Ref::isSymbolic).map(ref -> ref.getTarget().getName());
        }
        String text = WorkTree.pointer(tree.gitDir().resolve("HEAD")).orElse("");
        if (text.startsWith(SYMBOLIC)) {
            return Optional.of(text.substring(SYMBOLIC.length()).strip());
        }
        if (text.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            return Optional.empty();
        }
        throw WorkTree.broken(tree.gitDir().resolve("HEAD"), "it names neither a branch nor a commit", null);
    }

    static boolean hasBranch(WorkTree tree, String branch) throws IOException {
        String ref = HEADS + branch;
        if (hasTables(tree.commonDir())) {
            return lookUp(tree.commonDir(), ref).isPresent();
        }
        return isLoose(tree.commonDir(), ref) || isPacked(tree.commonDir(), ref);
    }

    /** {@code refs/heads/main} as people say it: {@code main}. */
    static String shortName(String ref) {
        return ref.startsWith(HEADS) ? ref.substring(HEADS.length()) : ref;
    }

    private static boolean isLoose(Path commonDir, String ref) {
        try {
            Path file = commonDir.resolve(ref).normalize();
            return file.startsWith(commonDir.resolve(HEADS)) && Files.isRegularFile(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isPacked(Path commonDir, String ref) throws IOException {
        Path packed = commonDir.resolve("packed-refs");
        if (!Files.isRegularFile(packed)) {
            return false;
        }
        // names are bytes to git: Latin-1 reads any of them, and compares them with the bytes of the one looked for
        String bytes = new String(ref.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<String> lines = Files.lines(packed, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> !line.startsWith("#") && line.substring(line.indexOf(' ') + 1).equals(bytes));
        }
    }

    private static boolean hasTables(Path folder) {
        return Files.isRegularFile(folder.resolve("reftable/tables.list"));
    }

    /** Tables may be merged into new ones between reading their list and opening them; then the list is read again. */
    private static Optional<Ref> lookUp(Path folder, String name) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return lookUpOnce(folder.resolve("reftable"), name);
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Optional<Ref> lookUpOnce(Path tables, String name) throws IOException {
        List<ReftableReader> readers = new ArrayList<>();
        try {
            for (String table : Files.readAllLines(tables.resolve("tables.list"))) {
                readers.add(new ReftableReader(BlockSource.from(FileChannel.open(tables.resolve(table)))));
            }
            return Optional.ofNullable(new MergedReftable(readers).exactRef(name));
        } finally {
            for (ReftableReader reader : readers) {
                reader.close();
            }
        }
    }
}
