package dev.buildlog.api;

/** A request that cannot be met as it is, with what its sender is told (RFC 9457). */
public final class RequestProblem extends RuntimeException {

    private final int status;
    private final String title;

    /**
     * @param status HTTP status code, 400 to 499
     * @param title the kind of problem, the same for every occurrence
     * @param detail what is wrong with this request, and the way out
     */
    RequestProblem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
