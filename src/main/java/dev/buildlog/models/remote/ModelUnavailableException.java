package dev.buildlog.models.remote;

import dev.buildlog.model.BuildlogException;
import org.jspecify.annotations.Nullable;

/** No answer now: nobody was reached, or nobody was asked. The same question may be answered later. */
public final class ModelUnavailableException extends BuildlogException {

    ModelUnavailableException(String message, @Nullable Throwable cause) {
        super(Kind.FAILED, message, cause);
    }
}
