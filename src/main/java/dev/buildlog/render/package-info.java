/**
 * A policy as the text of an agent's file, without touching a byte outside buildlog's own block; and rules and insights
 * as the formats that the command line prints.
 *
 * <p>May call {@code model} and {@code files} only.
 */
@NullMarked
package dev.buildlog.render;

import org.jspecify.annotations.NullMarked;
