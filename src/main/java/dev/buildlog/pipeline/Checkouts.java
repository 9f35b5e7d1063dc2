package dev.buildlog.pipeline;

import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import java.nio.file.Path;
import java.util.List;

/** The bean {@code checkouts} of the publish route: the work trees of a project whose files this process writes. */
public final class Checkouts {

    private final List<Place> places;

    Checkouts(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /** One served checkout. */
    record Place(String project, Path root) {}

    /** The policy once for every served checkout of its project. */
    public List<Policy> each(Policy policy) {
        String project = policy.request().project();
        return places.stream()
                .filter(place -> place.project().equals(project))
                .map(place -> new Policy(policy.id(), new PublishRequest(project, place.root().toString()), policy.at(),
                        policy.rules(), policy.stopped()))
                .toList();
    }
}
