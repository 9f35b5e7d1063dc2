package dev.buildlog.emission;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Delivery;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where files go that were taken in: to one folder those that are consumed, to another those that cannot be, each with a file
 * {@code NAME.error} beside it that says why.
 *
 * @param processed made where it is missing, as is {@code failed}
 */
public record Outcomes(Path processed, Path failed) {

    private static final int DIGITS = 8;

    /** Moves each file to where it belongs. What was moved when this is cut short is settled, the rest is offered again. */
    public void settle(Inbox inbox, Deliveries done, Instant now) {
        for (Delivery delivery : done.artifacts()) {
            settle(inbox.taken(delivery.name()), delivery.text(), delivery.refusal(), now);
        }
    }

    /** @param refusal why it cannot be taken; empty if it is */
    public void settle(Path file, String text, String refusal, Instant now) {
        try {
            Path folder = refusal.isEmpty() ? processed : failed;
            Files.createDirectories(folder);
            Path place = place(folder.resolve(file.getFileName()), text);
            if (!refusal.isEmpty()) {
                Map<String, Object> sidecar = new LinkedHashMap<>();
                sidecar.put("file", file.getFileName().toString());
                sidecar.put("error", refusal);
                sidecar.put("timestamp", now.toString());
                AtomicFile.write(place.resolveSibling(place.getFileName() + ".error"),
                        (json(sidecar) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            // from here on it is kept for some days
            Files.setLastModifiedTime(file, FileTime.from(now));
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + file + " away: " + AtomicFile.reason(e), e);
        }
    }

    /** Another file of the same name stays what it is. */
    private static Path place(Path wanted, String text) {
        if (!Files.exists(wanted)) {
            return wanted;
        }
        String name = wanted.getFileName().toString();
        int dot = Math.max(0, name.lastIndexOf('.'));
        return wanted.resolveSibling(name.substring(0, dot) + "-" + Sha256.of(text).substring(0, DIGITS) + name.substring(dot));
    }

    private static String json(Map<String, Object> sidecar) {
        try {
            return ArtifactReader.JSON.writeValueAsString(sidecar);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
