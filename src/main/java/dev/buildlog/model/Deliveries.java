package dev.buildlog.model;

import java.util.List;

/**
 * Artifacts that were claimed together: the message of {@code direct:artifacts}.
 *
 * @param artifacts in the order of their names
 */
public record Deliveries(List<Delivery> artifacts) {

    public Deliveries {
        artifacts = List.copyOf(artifacts);
    }
}
