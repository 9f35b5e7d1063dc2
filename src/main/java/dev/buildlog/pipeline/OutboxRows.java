package dev.buildlog.pipeline;

import dev.buildlog.model.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code outbox} of the emit route. */
public final class OutboxRows {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRows.class);

    private volatile String said = "";

    /** A row of the outbox as an artifact. */
    public Artifact artifact(Map<String, Object> row) {
        return new Artifact((String) row.get("name"), (String) row.get("type"), (String) row.get("project_id"),
                (String) row.get("json"));
    }

    /** What one look at the outbox has dropped so far. */
    public static final class Look {

        private final List<Artifact> artifacts = new ArrayList<>();

        /** Name of the last artifact that was dropped; empty for none. */
        public String getLast() {
            return artifacts.isEmpty() ? "" : artifacts.get(artifacts.size() - 1).name();
        }

        /** What was dropped, in order. */
        public List<Artifact> getArtifacts() {
            return List.copyOf(artifacts);
        }
    }

    /** A look that has dropped nothing yet. */
    public Look look() {
        return new Look();
    }

    /** Notes that {@code artifact} is dropped. */
    public Artifact dropped(Artifact artifact, Look look) {
        look.artifacts.add(artifact);
        return artifact;
    }

    /** Says why artifacts wait, once for each reason. */
    public void waiting(Throwable cause) {
        String reason = Causes.of(cause).replaceFirst("\\S+[.]json", "an artifact");
        if (!reason.equals(said)) {
            said = reason;
            LOG.warn("emissions wait in the outbox: {}", reason);
        }
    }
}
