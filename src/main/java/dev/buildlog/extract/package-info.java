/**
 * Insights out of the text of an entry. Pure: text in, insights and remarks out.
 *
 * <p>May call {@code model} only.
 */
@NullMarked
package dev.buildlog.extract;

import org.jspecify.annotations.NullMarked;
