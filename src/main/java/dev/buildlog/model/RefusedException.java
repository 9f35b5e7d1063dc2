package dev.buildlog.model;

/** A message that cannot be meant, with the way out for its sender. Sending it again would not help. */
public class RefusedException extends BuildlogException {

    public RefusedException(String message) {
        super(message);
    }
}
