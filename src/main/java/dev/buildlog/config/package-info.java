/**
 * Settings: one schema, and the layers they come from. Reports where each value came from, with file and line.
 *
 * <p>May call {@code model} and {@code files} only.
 */
@NullMarked
package dev.buildlog.config;

import org.jspecify.annotations.NullMarked;
