package dev.buildlog.setup;

import java.util.List;

/** One thing that a repository needs, or had from buildlog and gives back. */
public interface SetupStep {

    /**
     * Looks, and changes nothing.
     *
     * @throws dev.buildlog.model.BuildlogException if what is there cannot be read
     */
    Check check();

    /**
     * Puts in what is missing and mends what is old; leaves alone what a person has changed.
     *
     * @return what was done, a line each; empty if nothing was to be done
     * @throws dev.buildlog.model.BuildlogException if it cannot be done; nothing is changed then
     */
    List<String> install();

    /**
     * Takes out what {@link #install} put in, and nothing else.
     *
     * @return what was done, a line each
     * @throws dev.buildlog.model.BuildlogException if it cannot be done
     */
    List<String> remove();
}
