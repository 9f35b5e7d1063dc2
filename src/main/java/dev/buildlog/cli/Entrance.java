package dev.buildlog.cli;

import dev.buildlog.pipeline.Doors;
import dev.buildlog.pipeline.RemoteDoors;
import dev.buildlog.pipeline.Sync;
import dev.buildlog.render.Targets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's changes of state enter: the service that runs on the home where it serves this checkout, else a pipeline of
 * this process, by the same routes. What is recorded is on disk when a call returns; the agents' files follow when this is
 * closed, or within a second where the service does it.
 */
final class Entrance implements AutoCloseable {

    private final Workplace here;
    private final Assembly parts;
    private final Optional<RemoteDoors> service;
    private final Supplier<Sync> pipeline;
    private @Nullable Sync own;

    private Entrance(Workplace here, Assembly parts, Optional<RemoteDoors> service, Supplier<Sync> pipeline) {
        this.here = here;
        this.parts = parts;
        this.service = service;
        this.pipeline = pipeline;
    }

    static Entrance open(Workplace here, Assembly parts) {
        return new Entrance(here, parts, RemoteDoors.to(here.home(), parts.core().repositories().locate(here.root()).root()),
                () -> Sync.open(parts.core(), here.root(), parts.settings(), parts.front()));
    }

    /** For what concerns no checkout. */
    static Entrance home(Workplace here, Assembly parts) {
        return new Entrance(here, parts, RemoteDoors.to(here.home()),
                () -> Sync.home(parts.core(), parts.settings(), parts.front()));
    }

    /** Where {@code message} enters, which may be too large to be handed over. */
    Doors doors(Object message) {
        return service.filter(doors -> doors.carries(message)).<Doors>map(doors -> doors).orElseGet(() -> own().doors());
    }

    Doors doors() {
        return service.isPresent() ? service.get() : own().doors();
    }

    /** A pipeline of this process, for what is asked of it and changes nothing. */
    Sync own() {
        if (own == null) {
            own = pipeline.get();
        }
        return own;
    }

    /** The targets that the routes know here. */
    Targets targets() {
        return own == null ? parts.plan().targets() : own.targets();
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
