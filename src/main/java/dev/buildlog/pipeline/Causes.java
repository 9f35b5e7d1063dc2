package dev.buildlog.pipeline;

import dev.buildlog.curate.Redactor;
import dev.buildlog.model.BuildlogException;

/** The one line of an error that tells a person what happened. */
final class Causes {

    private static final Redactor REDACTOR = new Redactor();

    private Causes() {}

    /** Without secrets: the message made for a person if there is one among the causes, else that of the innermost. */
    static String of(Throwable error) {
        Throwable innermost = error;
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof BuildlogException) {
                return REDACTOR.redact(String.valueOf(t.getMessage()));
            }
            innermost = t;
        }
        String message = innermost.getMessage() == null ? "" : ": " + innermost.getMessage().lines().findFirst().orElse("");
        return innermost.getClass().getSimpleName() + REDACTOR.redact(message);
    }
}
