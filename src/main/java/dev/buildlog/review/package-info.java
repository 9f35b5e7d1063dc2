/**
 * What reviewers report and what follows from it. Pure.
 *
 * <p>May call {@code model} only.
 */
@NullMarked
package dev.buildlog.review;

import org.jspecify.annotations.NullMarked;
