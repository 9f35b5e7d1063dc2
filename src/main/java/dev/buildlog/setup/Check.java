package dev.buildlog.setup;

/**
 * What a look at one thing found.
 *
 * @param name of the thing, for programs: {@code workflow_section}
 * @param message a sentence; for what is not well, with the way out
 */
public record Check(String name, Status status, String message) {

    /** Whether all is well. */
    public enum Status {
        /** It is. */
        PASS,
        /** It works, but not as well as it could. */
        WARN,
        /** It does not work. */
        FAIL
    }

    public static Check pass(String name, String message) {
        return new Check(name, Status.PASS, message);
    }

    public static Check warn(String name, String message) {
        return new Check(name, Status.WARN, message);
    }

    public static Check fail(String name, String message) {
        return new Check(name, Status.FAIL, message);
    }
}
