package dev.buildlog.mcp;

import java.util.Optional;

/** The projects in which a service runs commands. */
@FunctionalInterface
public interface Projects {

    /**
     * A project that a service watches.
     *
     * @param id its id
     * @param commands run commands in a checkout of it
     */
    record Watched(String id, CommandRunner commands) {}

    /** The project with this id or name; empty if the service watches none, or several of that name. */
    Optional<Watched> named(String name);
}
