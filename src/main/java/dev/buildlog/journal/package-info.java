/**
 * Entries as files: their names, templates and listing, reading one safely, and finding out what changed since last time.
 *
 * <p>May call {@code model} and {@code files} only. Touches no file but those it is given.
 */
@NullMarked
package dev.buildlog.journal;

import org.jspecify.annotations.NullMarked;
