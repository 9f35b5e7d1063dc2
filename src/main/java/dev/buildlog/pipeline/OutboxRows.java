package dev.buildlog.pipeline;

import dev.buildlog.model.Artifact;
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

    /** Number of the last row. */
    public long last(List<Map<String, Object>> rows) {
        return ((Number) rows.get(rows.size() - 1).get("id")).longValue();
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
