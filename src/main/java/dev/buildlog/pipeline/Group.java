package dev.buildlog.pipeline;

import dev.buildlog.journal.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Checkouts that share one pipeline, and what it is made of.
 *
 * @param key equal for equal parts and settings
 * @param name for people: {@code shared}, or the name of the project
 * @param parts effective route files, Kamelets and jars
 * @param properties effective settings, as placeholders
 * @param recipe fingerprint of everything that takes part in reading an entry
 * @param checkouts what it serves; may be empty for the shared one
 * @param shared whether this is the one that also serves HTTP and the home
 */
record Group(
        String key,
        String name,
        Parts parts,
        Map<String, String> properties,
        String recipe,
        List<Checkout> checkouts,
        boolean shared) {

    List<Path> roots() {
        return checkouts.stream().map(Checkout::root).toList();
    }

    List<String> projects() {
        return checkouts.stream().map(checkout -> checkout.project().id()).distinct().toList();
    }

    /** Whether a running pipeline of {@code other} does for this group too. */
    boolean sameAs(Group other) {
        return key.equals(other.key) && shared == other.shared && roots().equals(other.roots());
    }
}
