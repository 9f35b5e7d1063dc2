package dev.buildlog.curate;

import java.util.Collection;
import java.util.Set;

/**
 * Texts that gates have let pass as they are. To examine a text takes half a millisecond, and the same thousands come by whenever a
 * process begins; which of them pass depends on nothing but the text and the gate. Texts that do not pass are few, and are examined
 * again: so nothing is kept of what they say.
 */
public interface Passes {

    /** Knows nothing and keeps nothing. */
    Passes NONE = new Passes() {

        @Override
        public Set<String> among(String gate, Collection<String> texts) {
            return Set.of();
        }

        @Override
        public void keep(String gate, Collection<String> texts) {}
    };

    /**
     * Those of {@code texts} that are known to pass.
     *
     * @param gate what tells the gate from others: {@link Gate#fingerprint}
     */
    Set<String> among(String gate, Collection<String> texts);

    /** Keeps that {@code texts} pass. */
    void keep(String gate, Collection<String> texts);

    /** The same for one who only asks: it keeps nothing more. */
    default Passes readOnly() {
        Passes known = this;
        return new Passes() {

            @Override
            public Set<String> among(String gate, Collection<String> texts) {
                return known.among(gate, texts);
            }

            @Override
            public void keep(String gate, Collection<String> texts) {}
        };
    }
}
