/**
 * Which rules go out: arms, posteriors and selection. Pure: the instant and the randomness are passed in.
 *
 * <p>May call {@code model} only.
 */
@NullMarked
package dev.buildlog.learn;

import org.jspecify.annotations.NullMarked;
