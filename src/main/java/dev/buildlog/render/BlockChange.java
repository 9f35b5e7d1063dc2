package dev.buildlog.render;

import dev.buildlog.model.Problem;
import java.util.List;

/** What rendering a block does to a file. */
public sealed interface BlockChange {

    /** The file already says what it should. */
    record Unchanged() implements BlockChange {}

    /**
     * The block is new or says something else than before.
     *
     * @param content the file's new content
     * @param lost lines that a person had put into the old block and that are gone; empty where nobody had
     */
    record Written(byte[] content, List<String> lost) implements BlockChange {}

    /** The block goes, the rest of the file stays; {@code lost} as in {@link Written}. */
    record Removed(byte[] content, List<String> lost) implements BlockChange {}

    /** The block goes and with it the file, which held nothing else; {@code lost} as in {@link Written}. */
    record FileRemoved(List<String> lost) implements BlockChange {}

    /** The file cannot be rendered without a risk to its owner's text. */
    record Refused(Problem problem) implements BlockChange {}
}
