/**
 * What another policy would have earned, estimated from the draws that were made and their propensities. Pure.
 *
 * <p>May call {@code learn}, {@code learn.statistics} and {@code model} only.
 */
@NullMarked
package dev.buildlog.learn.offpolicy;

import org.jspecify.annotations.NullMarked;
