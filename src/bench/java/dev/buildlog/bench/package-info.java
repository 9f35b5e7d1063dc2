/**
 * {@code mvn -Pbench verify}: how fast the packaged distribution is, and its hot parts. Not part of the product.
 */
@NullMarked
package dev.buildlog.bench;

import org.jspecify.annotations.NullMarked;
