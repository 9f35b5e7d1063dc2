package dev.buildlog.models;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.seed.Fetcher;
import dev.buildlog.seed.Source;
import dev.buildlog.seed.SourceText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Fetches sources that lie in the repository. A manifest may come from a stranger, so it names no file outside of the repository
 * whose manifest it is, not even by a link.
 */
public final class FileSources implements Fetcher {

    private final Path root;
    private final int mostBytes;

    /** @param root root of the checkout */
    public FileSources(Path root, int mostBytes) {
        this.root = root;
        this.mostBytes = mostBytes;
    }

    /** Files have no version of their own: the text is always there, and compared by whoever keeps it. */
    @Override
    public Fetched fetch(Source source, String etag) {
        try {
            Path file = file(source.url());
            if (!Files.exists(file)) {
                throw new BuildlogException("there is no file " + file);
            }
            Path real = file.toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                throw new BuildlogException("it lies outside of " + root + ". Copy it into the repository, or name it yourself:"
                        + " 'buildlog gauntlet generate FILE'");
            }
            if (!Files.isRegularFile(real) || Files.size(real) > mostBytes) {
                throw new BuildlogException("it is no file, or larger than " + mostBytes + " bytes");
            }
            return new Fetched(true, SourceText.of(Files.readAllBytes(real), SourceText.typeOf(real.toString())), "");
        } catch (IOException e) {
            throw new BuildlogException("it cannot be read: " + AtomicFile.reason(e));
        }
    }

    /** {@code file:docs/a.md} lies below the root, {@code file:///home/ann/a.md} where it says. */
    private Path file(String url) {
        try {
            URI address = URI.create(url);
            String path = address.isOpaque() ? URI.create(address.getRawSchemeSpecificPart()).getPath() : address.getPath();
            boolean elsewhere = address.getAuthority() != null && !address.getAuthority().equals("localhost");
            if (path == null || path.isEmpty() || elsewhere || path.indexOf('\0') >= 0) {
                throw new BuildlogException("'" + url + "' names no file: write file: and its path in the repository");
            }
            return root.resolve(path);
        } catch (IllegalArgumentException e) {
            throw new BuildlogException("'" + url + "' names no file: write spaces and the like as %20");
        }
    }
}
