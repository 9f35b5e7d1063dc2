/**
 * What samples say about a rate or a difference, and how sure that is. Pure; every random number comes from a seed.
 *
 * <p>May call nobody.
 */
@NullMarked
package dev.buildlog.learn.statistics;

import org.jspecify.annotations.NullMarked;
