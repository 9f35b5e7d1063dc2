package dev.buildlog.mcp;

/**
 * What an HTTP answer says.
 *
 * @param status 200 with a message, 202 without; 400 for what is no message, 404 for a project that is not there
 * @param type content type
 * @param text the message; empty for none
 */
public record Reply(int status, String type, String text) {

    /** What a notification gets. */
    static final Reply TAKEN = of(202, "");

    static Reply of(String message) {
        return of(200, message);
    }

    /** @param why plain words without quotes */
    static Reply refused(int status, int code, String why) {
        return of(status, "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":" + code + ",\"message\":\"" + why + "\"}}");
    }

    private static Reply of(int status, String text) {
        return new Reply(status, "application/json", text);
    }
}
