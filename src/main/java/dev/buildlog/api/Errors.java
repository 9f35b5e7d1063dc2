package dev.buildlog.api;

/** The bean {@code errors}: what the sender of a failed request is told. */
public final class Errors {

    /** The error as problem details (RFC 9457). */
    public Answer problem(Throwable error) {
        return Json.problem(error);
    }
}
