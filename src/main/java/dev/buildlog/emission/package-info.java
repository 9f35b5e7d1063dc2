/**
 * Artifacts for downstream systems: their shapes and the folder they are dropped into.
 *
 * <p>May call {@code model} and {@code files} only.
 */
@NullMarked
package dev.buildlog.emission;

import org.jspecify.annotations.NullMarked;
