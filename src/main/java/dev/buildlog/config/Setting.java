package dev.buildlog.config;

/**
 * A setting as it is in force.
 *
 * @param key what is set
 * @param value its value, valid for the key
 * @param origin where the value stands: {@code default}, {@code FILE:LINE}, the name of an environment variable, or
 *     {@code --set}
 */
public record Setting(Key key, String value, String origin) {}
