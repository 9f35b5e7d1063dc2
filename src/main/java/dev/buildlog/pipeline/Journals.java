package dev.buildlog.pipeline;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.PublishRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a journal source needs of the pipeline around it.
 *
 * @param captures how the journal of a checkout is read
 * @param bursts where sweeps are announced
 * @param publish the door for publications
 */
record Journals(Function<Path, Capture> captures, Bursts bursts, Consumer<PublishRequest> publish) {

    /** A sweep whose rules are published once, at its end. */
    Capture.Sweep sweep(Capture capture, ExecutorService workers, Consumer<EntryVersion> door) {
        String project = capture.project();
        bursts.begin(project);
        Capture.Sweep sweep = null;
        try {
            sweep = capture.sweep(workers, door);
            return sweep;
        } finally {
            Optional<PublishRequest> held = bursts.end(project);
            if (held.isPresent() || sweep != null && !sweep.sent().isEmpty()) {
                publish.accept(held.orElseGet(() -> new PublishRequest(project, "")));
            }
        }
    }
}
