package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.review.Pieces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a review looks at.
 *
 * @param tree hash of the git tree that it is part of; empty outside git
 * @param parts the texts, by path
 * @param skipped paths of what is no text, or too large
 */
public record ReviewTarget(String tree, List<Pieces.Part> parts, List<String> skipped) {

    private static final long MOST_BYTES = 1 << 20;

    /**
     * Reads a target.
     *
     * @param root root of the checkout
     * @param directory that a path is relative to
     * @param target a path in the checkout, or a git range {@code A..B}
     * @throws BuildlogException if it is neither
     */
    public static ReviewTarget read(Path root, Path directory, String target, Map<String, String> environment) {
        ReviewedRepository git = new ReviewedRepository(root, environment);
        Path path = directory.resolve(target).normalize();
        if (!Files.exists(path) && target.contains("..")) {
            ReviewedRepository.Range range = git.range(target);
            return new ReviewTarget(range.tree(), git.changed(range).stream()
                    .map(file -> new Pieces.Part(file, git.diff(range, file), false)).toList(), List.of());
        }
        if (!Files.exists(path) || !path.startsWith(root)) {
            throw new BuildlogException(target + " is neither a path in " + root + " nor a git range such as main..HEAD");
        }
        List<Pieces.Part> parts = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (String file : files(root, path, git)) {
            String text = text(root.resolve(file));
            if (text.isEmpty()) {
                skipped.add(file);
            } else {
                parts.add(new Pieces.Part(file, text, true));
            }
        }
        return new ReviewTarget(git.tree().orElse(""), parts, skipped);
    }

    private static List<String> files(Path root, Path path, ReviewedRepository git) {
        if (Files.exists(root.resolve(".git"))) {
            return git.files(root.relativize(path).toString().replace('\\', '/')).stream()
                    .filter(file -> Files.isRegularFile(root.resolve(file), LinkOption.NOFOLLOW_LINKS)).toList();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace('\\', '/')).sorted().toList();
        } catch (IOException e) {
            throw new BuildlogException("cannot list " + path + ": " + e.getMessage());
        }
    }

    /** The text of a file; empty where it is none, or too large. */
    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return "";
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.indexOf('\0') >= 0 ? "" : text.replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            return "";
        } catch (IOException e) {
            throw new BuildlogException("cannot read " + file + ": " + e.getMessage());
        }
    }
}
