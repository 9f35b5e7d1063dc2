package dev.buildlog.emission;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.Artifact;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Drops artifacts into a folder for downstream systems; stands behind the Kamelet {@code emission-sink}. */
public final class EmissionSink {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,180}\\.json");

    private Path folder = Path.of("");
    private boolean tidied;

    /** The folder artifacts go to. It must exist: making it could hide a share that is not mounted. */
    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * Writes the artifact to {@code folder/name}. Consumers see all of it or nothing: until it is complete and synced
     * the file has a name that begins with a dot and does not end in {@code .json}. Dropping it again changes nothing.
     *
     * @return the artifact, so that sinks can follow each other
     * @throws BuildlogException if it cannot be written; no part of it is left then
     */
    public Artifact drop(Artifact artifact) {
        if (!NAME.matcher(artifact.name()).matches()) {
            throw failed(artifact, "its name may only hold letters, digits, '.', '_' and '-' and must end in .json",
                    null);
        }
        if (!Files.isDirectory(folder)) {
            throw failed(artifact, "there is no such folder; make it, or set the property 'folder' of emission-sink",
                    null);
        }
        Path file = folder.resolve(artifact.name());
        byte[] content = artifact.json().getBytes(StandardCharsets.UTF_8);
        try {
            if (!tidied) {
                // once: the folder may hold thousands
                AtomicFile.tidy(folder);
                tidied = true;
            }
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                AtomicFile.write(file, content);
            }
            return artifact;
        } catch (IOException e) {
            throw failed(artifact, AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw failed(artifact, AtomicFile.reason(e.getCause()), e);
        }
    }

    private BuildlogException failed(Artifact artifact, String reason, @Nullable Exception cause) {
        return new BuildlogException(BuildlogException.Kind.FAILED,
                "cannot drop " + artifact.name() + " into " + folder.toAbsolutePath() + ": " + reason, cause);
    }
}
