package dev.buildlog.model;

/**
 * A text that must not come back, known without being kept.
 *
 * @param salt put before the text when it is hashed
 * @param length of the text in the form in which it is compared, in UTF-16 units
 * @param sum a sum over it of 16 bits, which tells where comparing hashes is worth while
 * @param hash SHA-256 of salt and text
 */
public record Tombstone(String salt, int length, int sum, String hash) {}
