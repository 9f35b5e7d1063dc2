/**
 * Writing files so that no reader ever sees half of one.
 *
 * <p>Calls nobody; every package that writes may call it.
 */
@NullMarked
package dev.buildlog.files;

import org.jspecify.annotations.NullMarked;
