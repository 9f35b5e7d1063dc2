package dev.buildlog.model;

/**
 * A file as a commit changed it.
 *
 * @param path below the root with forward slashes; the new one where it was renamed, the old one where it was deleted
 * @param added number of lines added; 0 where the file is binary
 * @param removed number of lines removed; 0 where the file is binary
 */
public record ChangedFile(String path, int added, int removed) {}
