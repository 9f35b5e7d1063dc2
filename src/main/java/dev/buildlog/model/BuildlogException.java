package dev.buildlog.model;

/**
 * An error with a message made for the person at the keyboard: it names the file and the way out, and needs no stack trace.
 */
public class BuildlogException extends RuntimeException {

    /** Whether the cause lies in configuration (exit code 78) or elsewhere (exit code 1). */
    public enum Kind {
        FAILED,
        BAD_CONFIGURATION
    }

    private final Kind kind;

    public BuildlogException(String message) {
        this(Kind.FAILED, message, null);
    }

    public BuildlogException(Kind kind, String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
