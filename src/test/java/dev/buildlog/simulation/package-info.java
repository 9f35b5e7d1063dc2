/** A simulated project: whether the loop finds the rules that help, and whether the report on it keeps its word. */
@NullMarked
package dev.buildlog.simulation;

import org.jspecify.annotations.NullMarked;
