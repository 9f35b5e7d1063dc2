/**
 * How good the pipeline is, measured on labelled sets. Takes the pipeline as a function, so that what is measured is what runs.
 *
 * <p>May call {@code model} and {@code curate}.
 */
@NullMarked
package dev.buildlog.evaluate;

import org.jspecify.annotations.NullMarked;
