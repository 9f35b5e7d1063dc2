/**
 * Reading route files and Kamelets without running them: everything that is wrong with them, the graph they form, and
 * the catalogue of Kamelets. Text in, values out; starts no context and opens no file.
 *
 * <p>May call {@code model} only.
 */
@NullMarked
package dev.buildlog.pipeline.validate;

import org.jspecify.annotations.NullMarked;
