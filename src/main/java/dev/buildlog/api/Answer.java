package dev.buildlog.api;

/**
 * An HTTP answer; the route {@code answer} makes headers and body of it.
 *
 * @param status HTTP status code
 * @param type content type
 * @param text body; empty for none
 */
public record Answer(int status, String type, String text) {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
}
