package dev.buildlog.journal;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What a folder listing tells about a file's content without reading it.
 *
 * @param size length in bytes
 * @param modifiedNanos last modification, in nanoseconds since 1970 UTC
 */
public record Stamp(long size, long modifiedNanos) {

    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    Instant modified() {
        return Instant.ofEpochSecond(0, modifiedNanos);
    }
}
