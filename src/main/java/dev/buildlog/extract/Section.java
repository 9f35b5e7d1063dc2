package dev.buildlog.extract;

import java.util.List;
import org.commonmark.node.Node;

/**
 * What stands between two headings.
 *
 * @param path headings from the outermost to the section's own, as a reader sees them; empty before the first heading
 * @param line line of the heading, from 1; 1 before the first heading
 * @param blocks top-level blocks in order, without the heading
 */
record Section(List<String> path, int line, List<Node> blocks) {

    /** Whether {@code next}, the section after this one, lies within it. */
    boolean holds(Section next) {
        return next.path().size() > path.size();
    }

    String name() {
        return String.join(" > ", path);
    }
}
