package dev.buildlog.pipeline.validate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A route file or a Kamelet as read.
 *
 * @param path where it lies, as problems should name it
 * @param name file name, for instance {@code learn.camel.yaml}
 * @param text content; bytes that are not UTF-8 stand as U+FFFD
 */
public record SourceFile(Path path, String name, String text) {

    /** The file at {@code path} with {@code content} as its bytes. Nothing is read. */
    public static SourceFile of(Path path, byte[] content) {
        Path name = path.getFileName();
        return new SourceFile(path, name == null ? "" : name.toString(), new String(content, StandardCharsets.UTF_8));
    }
}
