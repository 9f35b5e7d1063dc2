package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import org.jspecify.annotations.Nullable;

/** A program that would be needed is not there. */
public final class MissingProgramException extends BuildlogException {

    MissingProgramException(String name, @Nullable Exception cause) {
        super(Kind.FAILED, "the program '" + name + "' is not on the PATH: install it, or do without what needs it", cause);
    }
}
