/**
 * Whether rules keep mistakes from happening, and what a project's mistakes say: repeats, rates, what was shown against what the
 * coin withheld, and which rules do not earn their place. Pure: the facts are passed in.
 *
 * <p>May call {@code learn}, {@code learn.statistics} and {@code model} only.
 */
@NullMarked
package dev.buildlog.learn.proof;

import org.jspecify.annotations.NullMarked;
