package dev.buildlog.emission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.buildlog.model.Artifact;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.Delivery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notice log {@code signal.jsonl}: one line for each artifact that was dropped or taken in, for those who would rather follow
 * a file than watch a folder. It is a convenience: a line can be missing or stand there twice after a crash, and an error here
 * harms nobody. Several processes may append at once. Stands behind the Kamelet {@code emission-signal-sink}.
 */
public final class SignalLog {

    private static final Logger LOG = LoggerFactory.getLogger(SignalLog.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path file = Path.of("signal.jsonl");
    private String folder = "";
    private long maxBytes = Long.MAX_VALUE;

    public void setFile(String file) {
        this.file = Path.of(file);
    }

    /** Where the artifacts lie that {@link #append} is told of. */
    public void setFolder(String folder) {
        this.folder = folder;
    }

    /** Size from which the log is renamed to end in {@code .1}, in place of the one before. */
    public void setMaxBytes(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Notes what happened.
     *
     * @param message artifacts that were dropped, as a list, or {@link Deliveries} that were taken in
     * @return the message
     */
    public Object append(Object message, Date now) {
        List<Map<String, Object>> lines = new ArrayList<>();
        if (message instanceof Deliveries deliveries) {
            for (Delivery one : deliveries.artifacts()) {
                Map<String, Object> line = line(one.isRefused() ? "failed" : "consumed", one.type(), one.project(),
                        one.name(), now);
                line.put(one.isRefused() ? "error" : "edges_extracted", one.isRefused() ? one.refusal() : one.edges().size());
                lines.add(line);
            }
        } else if (message instanceof List<?> artifacts) {
            for (Object one : artifacts) {
                if (one instanceof Artifact artifact) {
                    lines.add(line("emitted", artifact.type(), artifact.project(), artifact.name(), now));
                }
            }
        }
        write(lines);
        return message;
    }

    private Map<String, Object> line(String event, String type, String project, String name, Date now) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.put("type", type);
        line.put("project_id", project);
        line.put("path", event.equals("failed") ? name : Path.of(folder).resolve(name).toString());
        line.put("ts", now.toInstant().toString());
        line.put("source", "buildlog");
        return line;
    }

    /** Appends one line for each. */
    public void write(List<Map<String, Object>> lines) {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        try {
            for (Map<String, Object> line : lines) {
                text.append(JSON.writeValueAsString(line)).append('\n');
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        try {
            append(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("{} misses {} lines: {}", file, lines.size(), e.getMessage());
        }
    }

    /** The lock is a file of its own: the log itself is another file after it was renamed. */
    private void append(byte[] lines) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".lock");
        synchronized (SignalLog.class) {
            try (FileChannel lock = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (Files.exists(file) && Files.size(file) + lines.length > maxBytes) {
                    Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
                try (FileChannel log = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    ByteBuffer rest = ByteBuffer.wrap(lines);
                    while (rest.hasRemaining()) {
                        log.write(rest);
                    }
                }
            }
        }
    }
}
