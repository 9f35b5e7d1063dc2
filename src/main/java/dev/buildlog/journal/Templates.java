package dev.buildlog.journal;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The templates of an entry that come with buildlog. A team edits its own copies in the journal folder. */
public final class Templates {

    /** File name of the full template. */
    public static final String FULL = "_TEMPLATE.md";

    /** File name of the short template. */
    public static final String QUICK = "_TEMPLATE_QUICK.md";

    /** Both. */
    public static final List<String> NAMES = List.of(FULL, QUICK);

    /** The bundled text of {@link #FULL} or {@link #QUICK}. */
    public String text(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no bundled template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled template " + name + " cannot be read", e);
        }
    }

    /**
     * Puts the templates that are missing into {@code folder}, which is made where it is missing. Leaves what is there.
     *
     * @return the file names written
     * @throws BuildlogException if the folder cannot be made or written to
     */
    public List<String> install(Path folder) {
        List<String> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String name : NAMES) {
                if (NewFile.write(folder.resolve(name), text(name))) {
                    written.add(name);
                }
            }
            return written;
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED,
                    "Cannot write the templates into " + folder + ": " + e
                            + ". Make it a folder that you may write to, then run `buildlog init` again.", e);
        }
    }
}
