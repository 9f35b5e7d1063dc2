package dev.buildlog.consult;

import java.util.Optional;

/** Remembers what a model has answered, so that nothing is paid for twice and the same question gets the same answer. */
public interface Answers {

    /** The answer to the question with this key. */
    Optional<String> find(String key);

    /** Remembers an answer; the first one to a question stays. */
    void keep(String key, Usage usage, String answer);
}
