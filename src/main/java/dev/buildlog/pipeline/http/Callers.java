package dev.buildlog.pipeline.http;

import java.util.Optional;

/** Knows callers by what they bring. Asked for every request, from several threads at once. */
public interface Callers {

    /**
     * A caller who is known.
     *
     * @param project id of the project that is open to it; empty for the whole home
     */
    record Caller(String project) {}

    /** Whether {@code credential} is the secret of the home; answers at once. */
    boolean isOwner(String credential);

    /** Whose valid token {@code credential} is; may ask the ledger. */
    Optional<Caller> of(String credential);

    /** Whether an address that names {@code named}, an id or a name, means the project with the id {@code project} alone. */
    boolean means(String named, String project);
}
