package dev.buildlog.render;

import java.time.LocalDate;

/**
 * An agent's file: where it lies and how buildlog writes into it. One YAML descriptor each, see {@link Targets}.
 *
 * @param id name of the target and of its descriptor file without {@code .yaml}
 * @param title name for a person
 * @param path path of the file below the checkout's root, with forward slashes
 * @param heading text of the heading above the rules
 * @param ownership which part of the file is buildlog's
 * @param maxBytes size in bytes above which the agent is known not to read on; a limit to warn at; 0 where there is
 *     none
 * @param facts since when the above is known, and from where
 */
public record Target(
        String id, String title, String path, String heading, Ownership ownership, int maxBytes, Facts facts) {

    /** Which part of a file belongs to buildlog. */
    public enum Ownership {
        /** What lies between its markers. */
        MANAGED_BLOCK
    }

    /**
     * Where the knowledge about an agent comes from.
     *
     * @param date day on which it was looked up
     * @param source address of the document
     */
    public record Facts(LocalDate date, String source) {}
}
