/**
 * What the Python tool left behind: its names and its files, read without changing them.
 *
 * <p>May call {@code model} only.
 */
@NullMarked
package dev.buildlog.legacy;

import org.jspecify.annotations.NullMarked;
