package dev.buildlog.pipeline;

import dev.buildlog.model.Artifact;
import java.util.Map;

/** The bean {@code artifacts} of the emit route: a row of the outbox as an artifact. */
public final class ArtifactRows {

    public Artifact fromRow(Map<String, Object> row) {
        return new Artifact((String) row.get("name"), (String) row.get("type"), (String) row.get("project_id"),
                (String) row.get("json"));
    }
}
