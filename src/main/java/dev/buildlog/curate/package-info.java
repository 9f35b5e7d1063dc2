/**
 * Insights into rules: redact, categorise, fingerprint and compare, group, score, gate. Pure functions and small beans.
 *
 * <p>May call {@code model} only.
 */
@NullMarked
package dev.buildlog.curate;

import org.jspecify.annotations.NullMarked;
