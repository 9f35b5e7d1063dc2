package dev.buildlog.journal;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
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
     * Names of the templates in {@code folder} that are others than the bundled ones.
     *
     * @throws BuildlogException if one cannot be read
     */
    public List<String> changed(Path folder) {
        return NAMES.stream().filter(name -> Files.exists(folder.resolve(name))).filter(name -> {
            try {
                return !Arrays.equals(Files.readAllBytes(folder.resolve(name)), text(name).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw unwritable(folder, e);
            }
        }).toList();
    }

    /**
     * Puts the bundled template in place of the one in {@code folder}.
     *
     * @return where a copy of the replaced one is kept
     * @throws BuildlogException if that cannot be done; the template is then as it was
     */
    public Path replace(Path folder, String name) {
        Path file = folder.resolve(name);
        Path copy = folder.resolve(name + ".before-update");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            AtomicFile.write(file, text(name).getBytes(StandardCharsets.UTF_8));
            return copy;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static BuildlogException unwritable(Path folder, IOException e) {
        return new BuildlogException(BuildlogException.Kind.FAILED, "The templates in " + folder + " cannot be read or written: "
                + AtomicFile.reason(e) + ".", e);
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
