package dev.buildlog.render;

import dev.buildlog.model.Problem;
import java.util.List;

/** What rendering does to a file. */
public sealed interface FileChange {

    /** Whether it would undo what a person has done to buildlog's own part of the file. */
    default boolean edited() {
        return false;
    }

    /** The file already says what it should. */
    record Unchanged() implements FileChange {}

    /**
     * buildlog's part is new or says something else than before.
     *
     * @param content the file's new content
     * @param lost lines of the old part that are gone and that buildlog cannot know to be its own
     */
    record Written(byte[] content, List<String> lost, boolean edited) implements FileChange {}

    /** buildlog's part goes, the rest of the file stays; {@code lost} as in {@link Written}. */
    record Removed(byte[] content, List<String> lost, boolean edited) implements FileChange {}

    /** buildlog's part goes and with it the file, which held nothing else; {@code lost} as in {@link Written}. */
    record FileRemoved(List<String> lost, boolean edited) implements FileChange {}

    /** The file cannot be rendered without a risk to its owner's text. */
    record Refused(Problem problem) implements FileChange {}
}
