/**
 * The command line: one class a command, and the place where all parts are put together.
 *
 * <p>May call everything.
 */
@NullMarked
package dev.buildlog.cli;

import org.jspecify.annotations.NullMarked;
